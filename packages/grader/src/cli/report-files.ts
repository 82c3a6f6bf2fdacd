import { appendFileSync } from 'node:fs';
import { FileProblem } from '../files/file-problem.ts';
import { fileTrouble } from '../files/file-trouble.ts';
import { ownCommand } from '../messages/legible.ts';
import { nearest } from '../messages/nearest.ts';
import { usage } from '../messages/usage.ts';
import { formats, isFormat } from '../report/formats.ts';
import type { Format, ReportOptions } from '../report/formats.ts';
import { classroom50Variables } from '../report/formats/classroom50.ts';
import { githubAnnotations } from '../report/formats/github.ts';
import type { AnnotationOptions } from '../report/formats/github.ts';
import { markdownReport } from '../report/formats/markdown.ts';
import type { GradeResult } from '../verdict/result.ts';
import type { Context, Environment } from './context.ts';
import { GraderTrouble } from './grader-trouble.ts';
import { resultFile } from './result-file.ts';
import { UsageError } from './usage-error.ts';

/** What `--report` asked for. */
export interface ReportFiles {
  /** The files, as they were given. */
  readonly paths: readonly string[];
  readonly formats: readonly Format[];
  /** Writes a grade into every one of them. @throws {GraderTrouble} */
  write(result: GradeResult, options: Options): void;
}

type Options = ReportOptions & AnnotationOptions;

/**
 * Takes what stands after each `--report`: `html=report.html`, or `github`, which needs no file.
 *
 * @throws {UsageError} for an unknown format, a missing file, and one that cannot be written
 */
export function reportFiles(asked: readonly string[], context: Pick<Context, 'cwd' | 'env' | 'stdout'>): ReportFiles {
  const forGithub = asked.includes(github);
  const reports = asked.filter((given) => given !== github).map((given) => {
    const { format, path } = parse(given, context.env);
    return { format, path, file: resultFile(path, context, `--report ${format}=`) };
  });
  return {
    paths: reports.map(({ path }) => path),
    formats: reports.map(({ format }) => format),
    write(result, options) {
      for (const { format, file } of reports) file.write(formats[format](result, options));
      if (forGithub) tellGithub(result, options, context);
    },
  };
}

/** Annotations go where GitHub's runner listens, and the summary into the file that it names. */
const github = 'github';

function tellGithub(result: GradeResult, options: Options, { env, stdout }: Pick<Context, 'env' | 'stdout'>): void {
  for (const line of githubAnnotations(result, options)) stdout.write(ownCommand(line));
  const { GITHUB_STEP_SUMMARY: summary } = env;
  if (!summary) return;
  try {
    appendFileSync(summary, markdownReport(result, options));
  } catch (error) {
    throw new GraderTrouble(usage.cannotWrite(`GITHUB_STEP_SUMMARY=${summary}`, fileTrouble(FileProblem.from(error, summary))));
  }
}

function parse(given: string, env: Environment): { readonly format: Format; readonly path: string } {
  const [name = '', ...rest] = given.split('=');
  const path = rest.join('=');
  const known = [...Object.keys(formats), github];
  if (name === github) throw new UsageError(usage.githubNeedsNoFile);
  if (!isFormat(name)) {
    // `--report page.html` says what is meant.
    const ending = name.split('.').at(-1) ?? '';
    const meant = isFormat(ending) && path === '' ? `${ending}=${name}` : nearest(name.toLowerCase(), known);
    throw new UsageError(usage.unknownFormat(given, meant, known));
  }
  if (path === '' || path === '-') throw new UsageError(usage.reportNeedsFile(name, endings[name]));
  const missing = name === 'classroom50' ? classroom50Variables.filter((variable) => !env[variable]) : [];
  if (missing.length > 0) throw new UsageError(usage.classroom50Needs(missing));
  return { format: name, path };
}

/** How a file of each format is usually called. */
const endings: Readonly<Record<Format, string>> = {
  html: 'report.html',
  json: 'report.json',
  junit: 'junit.xml',
  markdown: 'report.md',
  csv: 'report.csv',
  gradescope: 'results.json',
  classroom50: 'result.json',
  'github-classroom': 'result.txt',
  prairielearn: 'results.json',
  check50: 'results.json',
  exercism: 'results.json',
};
