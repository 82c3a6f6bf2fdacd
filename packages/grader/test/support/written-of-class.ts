import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What was written of a class, by its path: all that a person or a program is to read, without how long it took and at what hour. */
export function writtenOfClass(out: string): ReadonlyMap<string, string> {
  const files = globSync('**/*', { cwd: out, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !relative(out, path).startsWith('.'));
  return new Map(paths.toSorted().map((path) => [relative(out, path), timeless(readFileSync(path, 'utf8'))]));
}

function timeless(text: string): string {
  return text.replaceAll(/("durationMs"|"gradedAt"): (?:[\d.]+|"[^"]+")/g, '$1: 0').replaceAll(/<time[^]*?<\/time>/g, '');
}
