import { simulatedModules } from '../../host/simulated-modules.ts';
import { buildFolder } from '../build-folder.ts';

/** The modules that a submission may import, by the names of their files: core, and those of Node. */
export const pageModules = ['core', 'util', ...simulatedModules] as const;

export type PageModule = (typeof pageModules)[number];

const here = buildFolder(import.meta.url);

/** The URL of the file that the build makes of it, beside this one. */
export function urlOfModule(name: PageModule): string {
  return new URL(`${fileOfModule(name)}.js`, here).href;
}

/** The name of that file, without its ending. */
export function fileOfModule(name: PageModule): string {
  return name === 'core' ? 'core' : `node-${name.replace('/', '-')}`;
}
