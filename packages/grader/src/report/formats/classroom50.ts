import type { Language } from '../../messages/text.ts';
import type { GradeResult } from '../../verdict/result.ts';
import { jsonDocument } from '../json.ts';
import { testsOf } from '../tests.ts';

/** Where a Classroom 50 runner says which submission it grades. */
export type RunnerEnvironment = Readonly<Record<string, string | undefined>>;

/** What `classroom50Report` cannot do without. */
export const classroom50Variables = ['CLASSROOM', 'ASSIGNMENT', 'SUBMISSION_TAG', 'COMMIT_URL', 'RELEASE_URL'] as const;

/**
 * `result.json` of a Classroom 50 autograder. The runner itself stamps owner, kind of assignment and time of submission; what
 * is said here stands where it does not. What is in doubt is an error result, of no points.
 */
export function classroom50Report(result: GradeResult, { language, env }: { readonly language: Language; readonly env: RunnerEnvironment }): string {
  const of = (name: string): string => env[name] ?? '';
  const inDoubt = 'unjudged' in result;
  const tests = inDoubt ? [] : testsOf(result, language).map(({ check, markedTitle, points = 0, text }) => ({
    'test-name': markedTitle,
    passed: check.status === 'passed',
    score: points,
    'max-score': check.maxPoints,
    ...(text !== '' && { message: text }),
  }));
  return jsonDocument({
    schema: 'classroom50/result/v1',
    classroom: of('CLASSROOM'),
    assignment: of('ASSIGNMENT'),
    assignment_type: of('MODE') === 'group' ? 'group' : 'individual',
    owner: env['OWNER'] ?? env['GITHUB_ACTOR'] ?? 'unknown',
    submission: of('SUBMISSION_TAG'),
    commit: of('COMMIT_URL'),
    release: of('RELEASE_URL'),
    review: env['REVIEW_URL'] ?? of('COMMIT_URL'),
    datetime: inSeconds(result.gradedAt),
    graded_at: inSeconds(result.gradedAt),
    score: inDoubt ? 0 : result.points,
    'max-score': tests.reduce((sum, test) => sum + test['max-score'], 0),
    tests,
  });
}

/** `2026-03-01T16:05:00.000Z` without its milliseconds. */
function inSeconds(moment: string): string {
  return moment.replace(/\.\d+Z$/, 'Z');
}
