import { stripTypeScriptTypes } from 'node:module';

/**
 * A TypeScript module without its types. Everything that is left stands on its line and in its column.
 *
 * @throws {SyntaxError} when it is not TypeScript, or needs translating rather than stripping (`enum`, `namespace`)
 */
export function stripTypes(source: string): string {
  // Node would tell the student that this function is experimental. Node is pinned, so it is no news of theirs.
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
