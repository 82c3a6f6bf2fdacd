import type { AtHandIn } from '../../../course/course.ts';
import { inOrderOfTelling } from '../../../report/in-order-of-telling.ts';
import { isJudged } from '../../../verdict/grade-result.ts';
import type { CheckResult, ExerciseResult, JudgedExercise } from '../../../verdict/result.ts';

export interface VerdictWords {
  /** What is to be said about a check that did not pass. */
  readonly explain: (check: CheckResult) => string;
  /** What stands in front of it. */
  readonly failed: string;
  /** Behind the title of a check that students are not given. */
  readonly hidden: string;
  /** The name of the test that stands for what is decided when the exercise is handed in. */
  readonly undecided: (left: AtHandIn) => string;
}

/** As a URL: under its name, Vitest would be looked for by its path, which may be an odd one. */
const vitest = import.meta.resolve('vitest');

/**
 * The source of a module that tells a verdict as Vitest's tests: one for every check, which fails with the check's own
 * message, in the order in which a report tells of them. What was checked, and how, is not in it.
 */
export function verdictModule(exercise: ExerciseResult, words: VerdictWords): string {
  // What nobody could judge is no test that failed.
  const tests = isJudged(exercise) ? testsOf(inOrderOfTelling(exercise), words) : [{ name: exercise.message, status: 'skipped', message: '' }];
  // What is known to be of one check is printed in its test.
  const common = exercise.checks.some(({ output }) => output !== undefined) ? '' : exercise.output.join('\n');
  return `
    import { test } from ${JSON.stringify(vitest)};
    const common = ${JSON.stringify(common)};
    if (common !== '') console.log(common);
    for (const { name, status, message, place, printed } of ${JSON.stringify(tests)}) {
      test(name, { skip: status === 'skipped' }, () => {
        if (printed !== undefined) console.log(printed);
        if (status === 'passed') return;
        const failure = new Error(message);
        failure.name = ${JSON.stringify(words.failed)};
        failure.stack = place ? message + '\\n    at ' + import.meta.filename + ':' + place.line + ':' + place.column : message;
        throw failure;
      });
    }
  `;
}

function testsOf({ begun, checks, atHandIn }: JudgedExercise, { explain, hidden, undecided }: VerdictWords): readonly object[] {
  const shown = checks.filter(({ status, maxPoints }) => status !== 'passed' || maxPoints > 0);
  const left = atHandIn === undefined ? [] : [{ name: `${undecided(atHandIn)} (?/${atHandIn.points})`, status: 'skipped', message: '' }];
  const named = ({ title, hidden: isHidden }: CheckResult): string => (isHidden ? `${title}${hidden}` : title);
  return [...shown.map((check) => ({
    name: check.maxPoints > 0 ? `${named(check)} (${check.points}/${check.maxPoints})` : named(check),
    // What nobody has begun has not failed.
    status: begun === false ? 'skipped' : check.status,
    message: check.status === 'passed' ? '' : explain(check),
    ...(check.location && { place: check.location }),
    ...(check.output && { printed: check.output.join('\n') }),
  })), ...left];
}
