import { instrumented } from '../player/instrument/instrumented.ts';
import { stripTypes } from '../source/strip-types.ts';
import type { KnownFile } from './given-sources.ts';

/**
 * Files that tell, as they run, at which of their lines each task stands: each is known by its place among them.
 *
 * @throws {SyntaxError} when one is no TypeScript
 */
export function watchedFiles(files: readonly KnownFile[]): readonly KnownFile[] {
  return files.map(({ path, source }, at) => ({ path, source: instrumented(stripTypes(source), at) }));
}
