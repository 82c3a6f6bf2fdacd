import type { GradeResult } from '../verdict/result.ts';

/** A grade as the document that `docs/public/result.schema.json` describes. */
export function jsonReport(result: GradeResult): string {
  // In a log, `##[` could be a command to the machine that keeps it; escaped it is the same string.
  return `${JSON.stringify(result, null, 2).replaceAll('##', '#\\u0023')}\n`;
}
