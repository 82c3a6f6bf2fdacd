import type { GradeResult } from '../verdict/result.ts';
import { htmlReport } from './html/html-report.ts';
import type { HtmlReportOptions } from './html/html-report.ts';
import { jsonReport } from './json.ts';

export type ReportOptions = HtmlReportOptions;

/** What `grade --report FORMAT=FILE` can write. */
export const formats = {
  html: htmlReport,
  json: jsonReport,
} as const satisfies Record<string, (result: GradeResult, options: ReportOptions) => string>;

export type Format = keyof typeof formats;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}
