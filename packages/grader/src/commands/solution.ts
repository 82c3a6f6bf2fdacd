import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../cli/context.ts';
import { exerciseIds } from '../cli/exercise-names.ts';
import { oneExercise } from '../cli/one-exercise.ts';
import { openCourse } from '../cli/open-course.ts';
import { openProgress } from '../cli/open-progress.ts';
import { commonOptions, parseOptions } from '../cli/parse-options.ts';
import { say } from '../cli/say.ts';
import { shownPath } from '../cli/shown-path.ts';
import { solutionFiles } from '../cli/solution-files.ts';
import type { Exercise } from '../course/course.ts';
import type { CourseLayout } from '../course/layout.ts';
import { solutionTexts } from '../messages/solution.ts';
import { exitCodes } from '../verdict/exit-code.ts';
import type { ExitCode } from '../verdict/exit-code.ts';

const options = {
  'give-up': { type: 'boolean' },
  ...commonOptions,
} as const;

/** `teatime solution ID`: shows the solution to whoever has passed, or gives up. It goes nowhere but to the terminal. */
export async function solution(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options, context.env);
  const named = exerciseIds(positionals, context);
  const { course, layout } = await openCourse(context, named);
  const exercise = oneExercise('pnpm solution', named, course.exercises);
  const { id } = exercise;
  if (course.exam) {
    say(context, solutionTexts.exam);
    return exitCodes.failed;
  }
  const hasPassed = openProgress(layout, context).read(id).passedAt !== undefined;
  if (!hasPassed && !values['give-up']) {
    say(context, solutionTexts.locked(id));
    return exitCodes.failed;
  }
  return show(exercise, layout, context);
}

async function show(exercise: Exercise, layout: CourseLayout, context: Context): Promise<ExitCode> {
  const { id, atHandIn } = exercise;
  const { folder, files, sealed } = solutionFiles(exercise, layout);
  if (files.length === 0) {
    say(context, solutionTexts.absent(id));
    return exitCodes.failed;
  }
  const shown = (path: string): string => shownPath(path, context.cwd);
  for (const { name, bytes } of files) {
    say(context, solutionTexts.heading(sealed ? name : shown(join(folder, name))));
    // As it is, so that it can be copied.
    context.stdout.write(`\n${Buffer.from(bytes).toString('utf8').trimEnd()}\n`);
  }
  const also = await readdir(join(folder, 'also')).catch(() => []);
  const others = also.filter((name) => name.endsWith('.ts')).toSorted().map((name) => shown(join(folder, 'also', name)));
  const yours = shown(join(layout.exercises, id, `${id}.ts`));
  const undecided = atHandIn === undefined ? [] : [solutionTexts.undecided(atHandIn)];
  say(context, ...(others.length > 0 ? [solutionTexts.others(others)] : []), solutionTexts.yours(yours), ...undecided);
  return exitCodes.passed;
}
