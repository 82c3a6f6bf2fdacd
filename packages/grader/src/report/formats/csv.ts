import type { Language } from '../../messages/text.ts';
import type { GradeResult } from '../../verdict/result.ts';
import { spreadsheet } from '../spreadsheet.ts';
import { testsOf } from '../tests.ts';

/** A line for each check, to be opened in a spreadsheet. */
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
  return spreadsheet(columns, rows);
}

const columns = ['exercise', 'check', 'title', 'kind', 'hidden', 'status', 'cause', 'points', 'maxPoints', 'file', 'line', 'message'];
