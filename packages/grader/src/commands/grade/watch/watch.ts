import type { Context } from '../../../cli/context.ts';
import { leaveWithCtrlC } from '../../../cli/interrupt.ts';
import { openProgress } from '../../../cli/open-progress.ts';
import type { Grader } from '../../../grading/grading.ts';
import { watchTexts } from '../../../messages/watch.ts';
import { nextExercise, standingOf } from '../../../progress/standing.ts';
import { exitCodes } from '../../../verdict/exit-code.ts';
import type { ExitCode } from '../../../verdict/exit-code.ts';
import { FileWatcher, ownAnswer } from '../file-watcher.ts';
import { keyboardOf, listenToKeys } from '../keys.ts';
import { EventQueue } from './event-queue.ts';
import { Screen } from './screen.ts';
import { type WatchEvent, WatchSession } from './watch-session.ts';

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

  const events = new EventQueue<WatchEvent>();
  const enough = new AbortController();
  const interrupted = AbortSignal.any([context.interrupted, enough.signal]);
  interrupted.addEventListener('abort', () => events.push({ t: 'key', action: 'quit' }));
  using keys = listenToKeys(keyboardOf(context), (action) => (action === 'quit' ? enough.abort() : events.push({ t: 'key', action })));
  const redraw = (): void => events.push({ t: 'resize' });
  process.stdout.on('resize', redraw);
  using _resizing = { [Symbol.dispose]: () => process.stdout.off('resize', redraw) };
  await using files = new FileWatcher({
    watched: course.exercises.map((exercise) => ownAnswer(exercise, layout)),
    onSave: (exercise) => events.push({ t: 'save', exercise }),
    onSilence: () => events.push({ t: 'tell', text: watchTexts.looking }),
  });
  await files.ready;
  const session = new WatchSession({
    grader,
    events,
    screen: new Screen(context),
    context: { ...context, interrupted },
    hasKeys: keys.listening,
  });
  await session.run(first);
  return exitCodes.passed;
}
