import type { Language } from '../../messages/text.ts';
import { reportWords } from '../../messages/report.ts';
import type { GradeResult } from '../../verdict/result.ts';
import { jsonDocument } from '../json.ts';
import { remarksOf, testsOf } from '../tests.ts';

/**
 * `results.json` of a Gradescope autograder. Gradescope adds the scores up by itself. A grade in which something is in doubt
 * has none: Gradescope then asks the instructor to look, and records nothing.
 */
export function gradescopeReport(result: GradeResult, { language }: { readonly language: Language }): string {
  const inDoubt = 'unjudged' in result;
  const words = reportWords[language];
  const tests = testsOf(result, language).map(({ exercise, check, title, points, text }) => ({
    // What is worth nothing is shown as passed or failed only.
    ...(!inDoubt && points !== undefined && check.maxPoints > 0 && { score: points, max_score: check.maxPoints }),
    status: check.status === 'passed' ? 'passed' : 'failed',
    name: title,
    name_format: 'text',
    ...(text !== '' && { output: text, output_format: 'text' }),
    tags: [exercise.id, check.id],
    // Students see it when the instructor publishes the grades.
    visibility: check.hidden === true ? 'after_published' : 'visible',
  }));
  const remarks = [...(inDoubt ? [words.noTotal(result.unjudged)] : []), ...remarksOf(result)];
  return jsonDocument({
    ...(remarks.length > 0 && { output: remarks.join('\n'), output_format: 'text' }),
    execution_time: Math.ceil(result.exercises.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000),
    stdout_visibility: 'hidden',
    extra_data: { course: result.course, courseHash: result.courseHash, grader: result.grader, seed: result.seed, sandbox: result.sandbox },
    tests,
  });
}
