import { nearest } from '../messages/nearest.ts';
import { usage } from '../messages/usage.ts';
import { formats, isFormat } from '../report/formats.ts';
import type { Format, ReportOptions } from '../report/formats.ts';
import type { GradeResult } from '../verdict/result.ts';
import type { Context } from './context.ts';
import { resultFile } from './result-file.ts';
import { UsageError } from './usage-error.ts';

/** The files that `--report` asked for. */
export interface ReportFiles {
  /** As they were given. */
  readonly paths: readonly string[];
  /** Writes a grade into every one of them. */
  write(result: GradeResult, options: ReportOptions): void;
}

/**
 * Takes what stands after each `--report`: `html=report.html`.
 *
 * @throws {UsageError} for an unknown format, a missing file, and one that cannot be written
 */
export function reportFiles(asked: readonly string[], context: Pick<Context, 'cwd'>): ReportFiles {
  const reports = asked.map((given) => {
    const { format, path } = parse(given);
    return { format, path, file: resultFile(path, context, `--report ${format}=`) };
  });
  return {
    paths: reports.map(({ path }) => path),
    write(result, options) {
      for (const { format, file } of reports) file.write(formats[format](result, options));
    },
  };
}

function parse(given: string): { readonly format: Format; readonly path: string } {
  const [name = '', ...rest] = given.split('=');
  const path = rest.join('=');
  const known = Object.keys(formats);
  if (!isFormat(name)) {
    // `--report page.html` says what is meant.
    const ending = name.split('.').at(-1) ?? '';
    const meant = isFormat(ending) && path === '' ? `${ending}=${name}` : nearest(name.toLowerCase(), known);
    throw new UsageError(usage.unknownFormat(given, meant, known));
  }
  if (path === '' || path === '-') throw new UsageError(usage.reportNeedsFile(name));
  return { format: name, path };
}
