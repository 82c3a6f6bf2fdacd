import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
// What it says of `test` in a configuration of Vite.
import type {} from 'vitest/config';

/*
 * A course may lie in `C# 100%/what?`. Vite takes what comes after `#` or `?` for no part of a path, and Node decodes `%` in
 * what it is to import. So the id of a module that Vite loads is its path with these three encoded, and what Node loads
 * itself is named by its URL.
 */

/** The id under which Vite knows a file: its absolute path, with forward slashes, and nothing in it that Vite would cut off. */
export function moduleId(path: string): string {
  return path.replaceAll('\\', '/').replaceAll(/[%#?]/g, encodeURIComponent);
}

/** The other half of {@link moduleId}. What stands behind the path, as in `?job=1`, is left out. */
export function modulePath(id: string): string {
  return id.replace(/[?#].*$/, '').replaceAll(/%(?:25|23|3F)/g, decodeURIComponent);
}

/**
 * Has Vitest load modules from folders of any name.
 *
 * @param root the folder that those lie in with which Vitest begins: absolute
 */
export function anyPath(root: string): Plugin {
  const ids = new Set<string>();
  const isKnown = (id: string): boolean => id.startsWith(moduleId(root)) || ids.has(id);
  const identify = (path: string): string => {
    if (!isOdd(path)) return path;
    if (path.includes('/node_modules/') || loadedByNode.test(path)) return pathToFileURL(path).href;
    ids.add(moduleId(path));
    return moduleId(path);
  };
  return {
    name: 'teatime-any-path',
    enforce: 'pre',
    config: () => ({ test: { server: { deps: { external: [/^file:/] } } } }),
    async resolveId(id, importer) {
      if (isBuiltin(id) || id.startsWith('\0')) return undefined;
      if (id.startsWith('file:') || (isOdd(id) && isKnown(id))) return id;
      if (isAbsolute(id)) return isOdd(id) && existsSync(id) ? identify(id) : undefined;
      if (importer === undefined || !isOdd(importer) || !isKnown(importer)) return undefined;
      if (/^\.{1,2}\//.test(id)) return identify(join(dirname(modulePath(importer)), id).replaceAll('\\', '/'));
      // Vite does not find the importer, and begins at its own root.
      const found = await this.resolve(id, undefined, { skipSelf: true });
      return found && { ...found, id: identify(found.id) };
    },
    async load(id) {
      return isOdd(id) && isKnown(id) ? readFile(modulePath(id), 'utf8') : undefined;
    },
  };
}

/** What the judge's threads load with Node itself, without Vite. */
export const loadedByNode = /\/packages\/(?:core|grader)\/src\//;

/** A path, or the id made of it, that the two would misread. */
function isOdd(path: string): boolean {
  return /[%#?]/.test(path);
}
