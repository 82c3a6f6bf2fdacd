import { stripTypeScriptTypes } from 'node:module';

/**
 * A TypeScript module without its types. Everything that is left stands on its line and in its column.
 *
 * @throws {SyntaxError} when it is not TypeScript, or needs translating rather than stripping (`enum`, `namespace`)
 */
export function stripTypes(source: string): string {
  return withoutWarnings(() => stripTypeScriptTypes(source));
}

/** Node would tell the student that stripping is experimental. Node is pinned here, so it is no news of theirs. */
function withoutWarnings<T>(work: () => T): T {
  const emitWarning = Object.getOwnPropertyDescriptor(process, 'emitWarning');
  if (emitWarning === undefined) return work();
  Object.defineProperty(process, 'emitWarning', { ...emitWarning, value: () => {} });
  try {
    return work();
  } finally {
    Object.defineProperty(process, 'emitWarning', emitWarning);
  }
}
