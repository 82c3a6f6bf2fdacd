import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../messages/text.ts';
import { visible } from '../../messages/visible.ts';
import type { GradeResult } from '../../verdict/result.ts';
import { testsOf } from '../tests.ts';

/** A line for each check, which opens in a spreadsheet as it is: with Chinese names, and with no text that becomes a formula. */
export function csvReport(result: GradeResult, { language }: { readonly language: Language }): string {
  const rows = testsOf(result, language).map(({ exercise, check, points }) => ({
    exercise: exercise.id,
    check: check.id,
    title: check.title,
    kind: check.kind,
    hidden: check.hidden === true ? 'yes' : 'no',
    status: points === undefined && check.status !== 'passed' ? 'unjudged' : check.status,
    cause: check.cause ?? '',
    points: 'unjudged' in result ? '' : (points ?? ''),
    maxPoints: check.maxPoints,
    file: check.location?.file ?? '',
    line: check.location?.line ?? '',
    message: check.message ?? '',
  }));
  const texts = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? visible(value) : value])));
  return stringify(texts, { columns, header: true, bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

const columns = ['exercise', 'check', 'title', 'kind', 'hidden', 'status', 'cause', 'points', 'maxPoints', 'file', 'line', 'message'];
