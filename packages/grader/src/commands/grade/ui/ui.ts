import { typingOf, type Context } from '../../../cli/context.ts';
import { openProgress } from '../../../cli/open-progress.ts';
import { Interrupted, leaveWithCtrlC, unlessInterrupted } from '../../../cli/interrupt.ts';
import { say } from '../../../cli/say.ts';
import type { Exercise } from '../../../course/course.ts';
import { gradeAnswers } from '../../../grading/grading.ts';
import type { Grader } from '../../../grading/grading.ts';
import { asTyped } from '../../../messages/commands.ts';
import { reportWords } from '../../../messages/report.ts';
import { uiTexts } from '../../../messages/ui.ts';
import { explainCheck } from '../../../report/terminal/explain-check.ts';
import { exitCodes } from '../../../verdict/exit-code.ts';
import type { ExitCode } from '../../../verdict/exit-code.ts';
import { FileWatcher, ownAnswer } from '../file-watcher.ts';
import { takeNotes } from '../grade-notes.ts';
import { keyboardOf, listenToKeys } from '../keys.ts';
import { openInSystem } from '../../../cli/open-in-system.ts';
import { verdictModule } from './verdict-module.ts';
import type { VerdictWords } from './verdict-module.ts';
import { VerdictServer } from './verdict-server.ts';

/** `teatime grade --ui [ID…]`: the verdicts on a page in the browser, anew after every save. Ends with Ctrl-C. */
export async function ui(grader: Grader, exercises: readonly Exercise[], context: Context): Promise<ExitCode> {
  const { layout } = grader.course;
  leaveWithCtrlC();
  const enough = new AbortController();
  const interrupted = AbortSignal.any([context.interrupted, enough.signal]);
  // As a key, Ctrl-C does not end the package manager, which would complain of a command that failed.
  using _keys = listenToKeys(keyboardOf(context), (action) => {
    if (action === 'quit') enough.abort();
  });
  say(context, uiTexts.starting);
  const { language } = context;
  const typing = typingOf(context);
  const words: VerdictWords = {
    explain: (check) => asTyped(typing, explainCheck(check, language)),
    failed: uiTexts.failed[language],
    hidden: reportWords[language].hidden,
    undecided: (left) => reportWords[language].atHandIn(left),
  };
  await using server = await VerdictServer.start({
    folder: layout.exercises,
    exercises,
    async verdictOn(exercise) {
      const notes = takeNotes([exercise], layout, openProgress(layout, context));
      const { result, troubled } = await unlessInterrupted(interrupted, gradeAnswers(grader, [exercise], layout.exercises, { language: context.courseLanguage }));
      notes.keep(result.exercises.filter(({ id }) => !troubled.some((other) => other.id === id)));
      return result.exercises.map((one) => verdictModule(one, words)).join('');
    },
  });
  await using files = new FileWatcher({
    watched: exercises.map((exercise) => ownAnswer(exercise, layout)),
    onSave: (exercise) => void server.refresh(exercise),
    onSilence: () => {},
  });
  await files.ready;
  say(context, uiTexts.open(server.address), uiTexts.leave);
  if (context.stdout.isTTY === true && !context.env['CI']) await openInSystem(server.address);
  const { promise: forEver } = Promise.withResolvers<never>();
  try {
    return await unlessInterrupted(interrupted, forEver);
  } catch (error) {
    if (error instanceof Interrupted) return exitCodes.passed;
    throw error;
  }
}
