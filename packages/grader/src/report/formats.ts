import type { GradeResult } from '../verdict/result.ts';
import { check50Report } from './formats/check50.ts';
import { classroom50Report } from './formats/classroom50.ts';
import type { RunnerEnvironment } from './formats/classroom50.ts';
import { csvReport } from './formats/csv.ts';
import { exercismReport } from './formats/exercism.ts';
import { githubClassroomReport } from './formats/github-classroom.ts';
import { gradescopeReport } from './formats/gradescope.ts';
import { junitReport } from './formats/junit.ts';
import { markdownReport } from './formats/markdown.ts';
import { prairielearnReport } from './formats/prairielearn.ts';
import { htmlReport } from './html/html-report.ts';
import type { HtmlReportOptions } from './html/html-report.ts';
import { jsonReport } from './json.ts';

export interface ReportOptions extends HtmlReportOptions {
  /** Where machines that run a grader say what for. */
  readonly env: RunnerEnvironment;
}

/** What `grade --report FORMAT=FILE` can write. */
export const formats = {
  html: htmlReport,
  json: jsonReport,
  junit: junitReport,
  markdown: markdownReport,
  csv: csvReport,
  gradescope: gradescopeReport,
  classroom50: classroom50Report,
  'github-classroom': githubClassroomReport,
  prairielearn: prairielearnReport,
  check50: check50Report,
  exercism: exercismReport,
} as const satisfies Record<string, (result: GradeResult, options: ReportOptions) => string>;

export type Format = keyof typeof formats;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}
