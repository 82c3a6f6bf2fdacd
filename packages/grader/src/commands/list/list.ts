import { join } from 'node:path';
import { typingOf, reportWidth, wantsColors } from '../../cli/context.ts';
import type { Context } from '../../cli/context.ts';
import { openCourse } from '../../cli/open-course.ts';
import { openProgress } from '../../cli/open-progress.ts';
import { commonOptions, parseOptions } from '../../cli/parse-options.ts';
import { shownPath } from '../../cli/shown-path.ts';
import { taskPath } from '../../cli/task-path.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { partsWith } from '../../course/course.ts';
import { usage } from '../../messages/usage.ts';
import { nextExercise, standingOf } from '../../progress/standing.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import type { ExitCode } from '../../verdict/exit-code.ts';
import { listJson } from './list-json.ts';
import { listReport } from './list-report.ts';

const options = {
  json: { type: 'boolean' },
  ...commonOptions,
} as const;

/** `teatime list`: every exercise, how far the student is with it, and which one is next. Grades nothing. */
export async function list(args: readonly string[], context: Context, asked: 'command' | 'key' = 'command'): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options, context.env);
  if (positionals.length > 0) throw new UsageError(usage.noExercise('pnpm run list'));
  const { course, layout } = await openCourse(context);
  const progress = openProgress(layout, context);
  const standings = course.exercises.map((exercise) => standingOf(exercise, layout, progress));
  const next = nextExercise(standings);
  const { language, courseLanguage, cwd, stdout } = context;
  if (values.json) {
    stdout.write(listJson(course, standings, next, courseLanguage));
    return exitCodes.passed;
  }
  stdout.write(
    listReport(standings, next, {
      language,
      typing: typingOf(context),
      width: reportWidth(context),
      colors: wantsColors(context),
      now: new Date(),
      answersTo: (id) => shownPath(join(layout.exercises, id), cwd),
      exam: course.exam ?? false,
      withNextSteps: asked === 'command',
      taskOf: (id) => taskPath(id, layout, context),
      courseLanguage,
      parts: partsWith(course, course.exercises),
    }),
  );
  return exitCodes.passed;
}
