import type { Language } from '../../messages/text.ts';
import type { GradeResult } from '../../verdict/result.ts';
import { jsonDocument } from '../json.ts';
import { testsOf } from '../tests.ts';

/**
 * What GitHub Classroom's reporter takes from a grader, in Base64: `echo "result=$(cat FILE)" >> "$GITHUB_OUTPUT"`.
 * It adds up the scores of the tests. What is in doubt is an error, and there is nothing to add up.
 */
export function githubClassroomReport(result: GradeResult, { language }: { readonly language: Language }): string {
  const inDoubt = 'unjudged' in result;
  const tests = testsOf(result, language).map(({ check, title, outcome, points = 0, text }) => ({
    name: title,
    status: outcome,
    score: inDoubt ? 0 : points,
    message: text === '' ? null : text,
    test_code: '',
    filename: check.location?.file ?? '',
    line_no: check.location?.line ?? 0,
    duration: 0,
  }));
  const status = inDoubt ? 'error' : result.passed ? 'pass' : 'fail';
  const document = jsonDocument({ version: 1, status, max_score: inDoubt ? 0 : result.maxPoints, tests });
  return `${Buffer.from(document, 'utf8').toString('base64')}\n`;
}
