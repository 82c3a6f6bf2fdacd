import type { GradeResult } from '../verdict/result.ts';

/** A grade as the document that `docs/public/result.schema.json` describes. */
export function jsonReport(result: GradeResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
