import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

/** A file that is played, and what is in it where that does not lie on the disk. */
export interface GivenFile {
  /** Absolute. */
  readonly path: string;
  readonly source?: string | undefined;
}

/** A file that is played, whose text is known. */
export interface KnownFile extends GivenFile {
  readonly source: string;
}

/** Has Node load files that do not lie on the disk, such as a sealed solution: to be called before they are loaded. */
export function giveSources(files: readonly GivenFile[]): void {
  const sources = new Map(files.map(({ path, source }) => [pathToFileURL(path).href, source]));
  if (files.every(({ source }) => source === undefined)) return;
  registerHooks({
    resolve(specifier, context, next) {
      const url = URL.canParse(specifier, context.parentURL) ? new URL(specifier, context.parentURL).href : '';
      return sources.get(url) === undefined ? next(specifier, context) : { url, format: 'module-typescript', shortCircuit: true };
    },
    load(url, context, next) {
      const source = sources.get(url);
      return source === undefined ? next(url, context) : { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}
