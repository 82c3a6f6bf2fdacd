import { UsageError } from '../../../cli/usage-error.ts';
import type { JudgeOptions } from '../../../judge/suite-run.ts';
import { usage } from '../../../messages/usage.ts';
import { declaredFailures } from '../answers/answers.ts';
import type { AnswerRole, CourseAnswer } from '../answers/answers.ts';

/**
 * How often each answer is judged at least. A right one that fails now and then costs a student marks; of the wrong ones
 * there are many more.
 */
const fewest = { stub: 10, solution: 10, also: 10, wrong: 5 } as const satisfies Record<AnswerRole, number>;

/** How often: so many times in all, as often as has to be (0), or each answer once. */
export type Runs = number | 'once';

const mostRuns = 10_000;

/** What stands after `--runs`. @throws {UsageError} when it is no whole number from 1 to 10000 */
export function asRuns(given: string): number {
  const runs = /^\d{1,5}$/.test(given) ? Number(given) : NaN;
  if (!(runs >= 1 && runs <= mostRuns)) throw new UsageError(usage.noRuns(given, mostRuns));
  return runs;
}

/**
 * How often to judge each answer of an exercise, so that every check meets the right answers `together` times in all, and
 * the wrong answers that are to fail it as often. What happens in 1 % of the runs shows in 688 of them with 99.9 %.
 *
 * @param together 0: each answer as often as it has to be at least
 */
export function runsOf(answers: readonly CourseAnswer[], together: Runs): ReadonlyMap<CourseAnswer, number> {
  if (together === 'once') return new Map(answers.map((answer) => [answer, 1]));
  const right = answers.filter(isRight).length;
  const failing = Map.groupBy(answers.flatMap((answer) => declared(answer)), (check) => check);
  const share = (answer: CourseAnswer): number => {
    if (isRight(answer)) return together / right;
    return Math.max(0, ...declared(answer).map((check) => together / (failing.get(check)?.length ?? 1)));
  };
  return new Map(answers.map((answer) => [answer, Math.max(fewest[answer.role], Math.ceil(share(answer)))]));
}

/**
 * The checks that an answer is to meet again and again. Whether a wrong one passes the others for good is the affair of the
 * right answers: those show which of them are unsteady.
 */
export function repeatedChecks(answer: CourseAnswer): Pick<JudgeOptions, 'repeated'> {
  return answer.role === 'wrong' && declaredFailures(answer) !== undefined ? { repeated: declared(answer) } : {};
}

function isRight({ role }: CourseAnswer): boolean {
  return role === 'solution' || role === 'also';
}

/** Each check once, even where the line names it twice. */
function declared(answer: CourseAnswer): readonly string[] {
  return answer.role === 'wrong' ? [...new Set(declaredFailures(answer))] : [];
}
