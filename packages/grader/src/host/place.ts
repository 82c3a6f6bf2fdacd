import type { WirePlace } from '../wire/wire-value.ts';

/** Where the student's files are loaded from: `student:///3/gather.ts`, with the number of the check. */
export const studentScheme = 'student:';

/**
 * In a page it is `student:///3+38/gather.ts`: so many characters stand before what the student wrote in the first line.
 */
const frame = /student:\/\/\/\d+(?:\+(?<before>\d+))?\/(?<file>[^:()\s]+):(?<line>\d+):(?<column>\d+)/;

/** The topmost place of an error's stack that is in the student's files. */
export function placeOf(error: Error): WirePlace | undefined {
  const stack: unknown = error.stack;
  const groups = typeof stack === 'string' ? frame.exec(stack)?.groups : undefined;
  if (!groups) return undefined;
  const { file = '', line, column, before = 0 } = groups;
  return { file, line: Number(line), column: Number(line) === 1 ? Number(column) - Number(before) : Number(column) };
}
