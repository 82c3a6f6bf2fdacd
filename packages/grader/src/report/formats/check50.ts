import type { Language } from '../../messages/text.ts';
import type { GradeResult } from '../../verdict/result.ts';
import { jsonDocument } from '../json.ts';
import { testsOf } from '../tests.ts';

/** What `check50 --output json` writes: each check is passed, is not, or could not be tried. */
export function check50Report(result: GradeResult, { language }: { readonly language: Language }): string {
  const results = testsOf(result, language).map(({ check, id, markedTitle, points, text }) => ({
    name: id,
    description: markedTitle,
    passed: check.status === 'passed' || (check.status === 'skipped' || points === undefined ? null : false),
    log: check.output ?? [],
    cause: check.status === 'passed' ? null : { rationale: check.message ?? '', help: text },
    data: {},
    dependency: null,
  }));
  return jsonDocument({ slug: result.course, results, version: result.grader });
}
