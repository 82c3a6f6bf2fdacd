import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { unsealFile } from '../seal/seal.ts';
import { modulePath, moduleId } from './any-path.ts';

/**
 * Lets Vite load suites that are sealed, as in a student edition. They are opened in memory: no file of theirs is ever on the disk.
 *
 * @param suites the folder of the suites: absolute
 */
export function sealedSuites(suites: string): Plugin {
  const sources = new Map<string, string>();
  const open = (path: string): void => {
    const files = unsealFile(path.replace(/\.ts$/, '.sealed')) ?? {};
    for (const [name, source] of Object.entries(files)) sources.set(join(suites, name), source);
  };
  return {
    name: 'teatime-sealed-suites',
    enforce: 'pre',
    resolveId(id, importer) {
      const path = modulePath(id);
      if (dirname(path) === suites && path.endsWith('.suite.ts')) open(path);
      if (sources.has(path)) return id;
      if (importer === undefined || !/^\.{1,2}\//.test(id) || !sources.has(modulePath(importer))) return undefined;
      const imported = join(dirname(modulePath(importer)), id);
      return sources.has(imported) ? moduleId(imported) : undefined;
    },
    load: (id) => sources.get(modulePath(id)),
  };
}
