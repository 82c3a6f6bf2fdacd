import type { Context } from '../../../cli/context.ts';
import { leaveWithCtrlC } from '../../../cli/interrupt.ts';
import { openProgress } from '../../../cli/open-progress.ts';
import type { Grader } from '../../../grading/grading.ts';
import { nextExercise, standingOf } from '../../../progress/standing.ts';
import { exitCodes } from '../../../verdict/exit-code.ts';
import type { ExitCode } from '../../../verdict/exit-code.ts';
import { ownAnswer } from '../file-watcher.ts';
import { live } from './live.ts';
import { WatchSession } from './watch-session.ts';

/**
 * `teatime grade --watch [ID]`: grades on every save, beginning with the first exercise that has not passed. Ends with `q`
 * or Ctrl-C.
 */
export async function watch(grader: Grader, names: readonly string[], context: Context): Promise<ExitCode> {
  leaveWithCtrlC();
  const { course, layout } = grader.course;
  const progress = openProgress(layout, context);
  const named = course.exercises.find(({ id }) => id === names[0]);
  const standings = course.exercises.map((exercise) => standingOf(exercise, layout, progress));
  const first = named ?? nextExercise(standings)?.exercise ?? course.exercises[0];
  if (!first) return exitCodes.passed;
  const watched = course.exercises.map((exercise) => ownAnswer(exercise, layout));
  await live(watched, context, (session) => new WatchSession({ grader, ...session }).run(first));
  return exitCodes.passed;
}
