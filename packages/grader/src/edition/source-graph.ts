import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/**
 * The modules that some begin with and all that these load: by imports, of types too, and by the URLs of processes, threads and pages.
 * So an edition has what its commands need, and nothing that only others need.
 *
 * @param replaced other sources, by path, for modules that an edition has in a form of its own
 */
export function modulesReached(entries: readonly string[], replaced: ReadonlyMap<string, string> = new Map()): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path) || !existsSync(path)) return;
    reached.add(path);
    const source = replaced.get(path) ?? readFileSync(path, 'utf8');
    for (const specifier of specifiersIn(source)) visit(join(dirname(path), specifier));
  };
  for (const entry of entries) visit(entry);
  return reached;
}

function specifiersIn(source: string): readonly string[] {
  const imported = ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
  const started = Array.from(source.matchAll(/new URL\('([^'$]+\.(?:ts|css))', import\.meta\.url\)/g), ([, name = '']) => name);
  return [...imported, ...started];
}
