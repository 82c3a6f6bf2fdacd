import { reportWords } from '../../messages/report.ts';
import type { Language } from '../../messages/text.ts';
import { isJudged } from '../../verdict/grade-result.ts';
import type { GradeResult } from '../../verdict/result.ts';
import { jsonDocument } from '../json.ts';
import { remarksOf, testsOf } from '../tests.ts';

/** `results.json` of an Exercism test runner, version 3. An exercise is a task, by its place in the grade. */
export function exercismReport(result: GradeResult, { language }: { readonly language: Language }): string {
  const words = reportWords[language];
  const tests = testsOf(result, language);
  const gates = tests.filter(({ check }) => check.kind === 'gate' && check.status !== 'passed').map(({ text }) => text);
  const reasons = ['unjudged' in result ? words.noTotal(result.unjudged) : '', ...gates, ...remarksOf(result)].filter((reason) => reason !== '');
  const cannotRun = 'unjudged' in result || result.exercises.filter(isJudged).some(({ status }) => status === 'error');
  const status = 'passed' in result && result.passed ? 'pass' : cannotRun ? 'error' : 'fail';
  return jsonDocument({
    version: 3,
    status,
    message: status === 'error' ? reasons.join('\n') || words.didNotRun : null,
    tests: tests.map(({ exercise, check, markedTitle, outcome, text }) => ({
      name: markedTitle,
      status: outcome,
      message: text === '' ? null : text,
      output: outputOf(check.output ?? []),
      test_code: null,
      task_id: result.exercises.indexOf(exercise) + 1,
    })),
  });
}

/** As much as the website shows. */
function outputOf(lines: readonly string[]): string | null {
  const output = lines.join('\n');
  if (output === '') return null;
  return output.length > mostOutput ? `${output.slice(0, mostOutput - 1).toWellFormed()}…` : output;
}

const mostOutput = 500;
