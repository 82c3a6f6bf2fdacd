import type { WirePlace } from '../wire/wire-value.ts';

/** Where the student's files are loaded from: `student:///3/gather.ts`, with the number of the check. */
export const studentScheme = 'student:';

const frame = /student:\/\/\/\d+\/(?<file>[^:()\s]+):(?<line>\d+):(?<column>\d+)/;

/** The topmost place of an error's stack that is in the student's files. */
export function placeOf(error: Error): WirePlace | undefined {
  const stack: unknown = error.stack;
  const groups = typeof stack === 'string' ? frame.exec(stack)?.groups : undefined;
  if (!groups) return undefined;
  const { file = '', line, column } = groups;
  return { file, line: Number(line), column: Number(column) };
}
