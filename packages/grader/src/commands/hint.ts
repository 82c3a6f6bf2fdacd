import type { Context } from '../cli/context.ts';
import { exerciseIds } from '../cli/exercise-names.ts';
import { oneOrNone } from '../cli/one-exercise.ts';
import { openCourse } from '../cli/open-course.ts';
import { openProgress } from '../cli/open-progress.ts';
import { commonOptions, parseOptions } from '../cli/parse-options.ts';
import { say } from '../cli/say.ts';
import { taskPath } from '../cli/task-path.ts';
import type { Course, Exercise } from '../course/course.ts';
import type { CourseLayout } from '../course/layout.ts';
import { nextHint } from '../course/next-hint.ts';
import { hintTexts } from '../messages/hint.ts';
import type { ProgressStore } from '../progress/progress-store.ts';
import { nextExercise, standingOf } from '../progress/standing.ts';
import { exitCodes } from '../verdict/exit-code.ts';
import type { ExitCode } from '../verdict/exit-code.ts';
import { atHandInOf } from '../verdict/total.ts';

const options = {
  again: { type: 'boolean' },
  ...commonOptions,
} as const;

/** `teatime hint [ID]`: one hint more than the last time, of this exercise or of the next one to pass. */
export async function hint(args: readonly string[], context: Context, asked: 'command' | 'key' = 'command'): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options, context.env);
  const named = exerciseIds(positionals, context);
  const { course, layout } = await openCourse(context, named);
  const progress = openProgress(layout, context);
  const exercise = oneOrNone('pnpm hint', named, course.exercises) ?? toWorkOn(course, layout, progress);
  if (course.exam) {
    say(context, hintTexts.exam);
  } else if (exercise === undefined) {
    say(context, hintTexts.done(atHandInOf(course.exercises)));
  } else if (exercise.hints.length === 0) {
    say(context, hintTexts.none(exercise.id, taskPath(exercise.id, layout, context)));
  } else {
    showHints(exercise, values.again ?? false, asked, progress, context);
  }
  return exitCodes.passed;
}

function showHints(
  { id, hints }: Exercise,
  again: boolean,
  asked: 'command' | 'key',
  progress: ProgressStore,
  context: Context,
): void {
  const record = progress.read(id);
  const seen = Math.min(record.hintsShown, hints.length);
  const next = nextHint(hints, { shown: seen, failed: record.graded?.failed ?? [] });
  // With a key nobody can ask for those before: after the last one comes the first again.
  const number = asked === 'key' && seen === hints.length ? (record.hintsShown % hints.length) + 1 : next;
  const { from, to } = again ? { from: 1, to: Math.max(1, seen) } : { from: number, to: number };
  const left = hints.length - to;
  say(
    context,
    ...(seen === hints.length && !again && asked === 'command' ? [hintTexts.allShown(seen)] : []),
    ...hints.slice(from - 1, to).flatMap((text, index) => [hintTexts.heading(id, from + index, hints.length), { indented: text }]),
    left > 0 ? hintTexts.more[asked](id, left) : hintTexts.last[asked](id, record.passedAt !== undefined),
  );
  // Only what was shown counts as seen.
  progress.noteHints(id, asked === 'key' ? Math.max(record.hintsShown + 1, to) : to);
}

function toWorkOn({ exercises }: Course, layout: CourseLayout, progress: ProgressStore): Exercise | undefined {
  const next = nextExercise(exercises.map((exercise) => standingOf(exercise, layout, progress)));
  return next?.record.graded?.state === 'passed' ? undefined : next?.exercise;
}
