import type { CheckResult, JudgedExercise } from '../verdict/result.ts';

/**
 * The checks of an exercise, the most telling of those that did not pass first, whoever found it.
 *
 * Where code could not run, or threw, that comes first; in the compiler's words where it has a word on that very line, or where
 * nobody else knows a line. A blocking call comes before the silence that the suite heard: its line and its cure are known. The
 * other words of the compiler come last, since the course's own say the same better.
 */
export function inOrderOfTelling(exercise: JudgedExercise): JudgedExercise {
  const [stuck] = exercise.checks.filter(({ kind, status }) => kind === 'suite' && status !== 'passed');
  const rank = (check: CheckResult): number => {
    if (check.status === 'passed' || check.kind === 'gate' || check.id === 'restrictions') return 0;
    if (check.kind === 'types') return stuck !== undefined && explains(check, stuck) ? 1 : 5;
    if (check.kind === 'lint') return stuck !== undefined && (isBroken(stuck) || isPlaced(stuck)) ? 4 : 2;
    return 3;
  };
  return { ...exercise, checks: exercise.checks.toSorted((one, other) => rank(one) - rank(other)) };
}

/** Whether the compiler knows better why the code could not run. */
function explains({ location }: CheckResult, stuck: CheckResult): boolean {
  if (stuck.location === undefined) return stuck.status === 'error';
  return isBroken(stuck) && location?.file === stuck.location.file && location.line === stuck.location.line;
}

/** What was wrong is told with a line of its own. */
function isPlaced({ cause, location }: CheckResult): boolean {
  return cause === 'wrong' && location !== undefined;
}

/** Nobody could say of code like this whether it blocks. */
function isBroken({ cause, location }: CheckResult): boolean {
  return cause === 'load' || cause === 'missing' || cause === 'exit' || cause === 'memory' || (cause === 'threw' && location !== undefined);
}
