import { join } from 'node:path';
import type { Context } from '../cli/context.ts';
import { exerciseIds } from '../cli/exercise-names.ts';
import { openCourse, selectExercises } from '../cli/open-course.ts';
import { commonOptions, parseOptions } from '../cli/parse-options.ts';
import { say } from '../cli/say.ts';
import { shownPath } from '../cli/shown-path.ts';
import { UsageError } from '../cli/usage-error.ts';
import type { Exercise } from '../course/course.ts';
import type { CourseLayout } from '../course/layout.ts';
import { replaceFile } from '../files/replace-file.ts';
import { resetTexts } from '../messages/reset.ts';
import { usage } from '../messages/usage.ts';
import { backUp, newestBackup } from '../progress/backups.ts';
import { pristineStub } from '../progress/stub.ts';
import { filesIn, isAmong, sameFiles } from '../progress/student-files.ts';
import type { StoredFile } from '../progress/student-files.ts';
import { exitCodes } from '../verdict/exit-code.ts';
import type { ExitCode } from '../verdict/exit-code.ts';

const options = {
  all: { type: 'boolean' },
  undo: { type: 'boolean' },
  ...commonOptions,
} as const;

/** `teatime reset ID…`: puts the files of exercises back as they were handed out, and keeps what stood there. */
export async function reset(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options, context.env);
  const named = exerciseIds(positionals, context);
  const { course, layout } = await openCourse(context, named);
  const ids = course.exercises.map(({ id }) => id);
  // Nobody shall lose everything for a name that they forgot.
  if (values.all ? positionals.length > 0 : named.length === 0) throw new UsageError(usage.whatToReset(ids));
  const act = values.undo ? undo : restoreStub;
  const codes = selectExercises(course, named).map((exercise) => act(exercise, layout, context));
  return codes.find((code) => code !== exitCodes.passed) ?? exitCodes.passed;
}

function restoreStub(exercise: Exercise, layout: CourseLayout, context: Context): ExitCode {
  const { id } = exercise;
  const { replaced, kept } = putInPlace(pristineStub(exercise, layout), exercise, layout);
  if (replaced.length === 0) {
    say(context, resetTexts.untouched(id));
    return exitCodes.passed;
  }
  const keptIn = kept === undefined ? [] : [resetTexts.kept(id, shownPath(kept, context.cwd))];
  say(context, resetTexts.restored(replaced), ...keptIn);
  return exitCodes.passed;
}

function undo(exercise: Exercise, layout: CourseLayout, context: Context): ExitCode {
  const { id } = exercise;
  const backup = newestBackup(layout, exercise);
  if (backup === undefined) {
    say(context, resetTexts.noBackup(id));
    return exitCodes.failed;
  }
  const from = shownPath(backup.folder, context.cwd);
  const { replaced, kept } = putInPlace(backup.files, exercise, layout);
  if (replaced.length === 0) {
    say(context, resetTexts.backAlready(from));
    return exitCodes.passed;
  }
  const keptIn = kept === undefined ? [] : [resetTexts.kept(id, shownPath(kept, context.cwd))];
  say(context, resetTexts.undone(replaced, from), ...keptIn);
  return exitCodes.passed;
}

/** Nobody wrote it: it was emptied, and keeping it would hide the copies that are worth something. */
function isBlank({ bytes }: StoredFile): boolean {
  return Buffer.from(bytes).toString('utf8').trim() === '';
}

interface Replacement {
  /** The names of the files that were put in place: those that differed. */
  readonly replaced: readonly string[];
  /** The folder that holds what stood there; undefined when nothing did that is not handed out with the course. */
  readonly kept: string | undefined;
}

/** Puts files into the student's folder. What stands there is on the disk a second time before any of it goes. */
function putInPlace(files: readonly StoredFile[], exercise: Exercise, layout: CourseLayout): Replacement {
  const folder = join(layout.exercises, exercise.id);
  const stub = pristineStub(exercise, layout);
  let present = filesIn(folder, exercise);
  let kept: string | undefined;
  while (present.some((file) => !isBlank(file) && !isAmong(file, stub) && !isAmong(file, files))) {
    kept = backUp(layout, exercise.id, present);
    // Looks again: an editor may have saved meanwhile.
    const saved = present;
    present = filesIn(folder, exercise);
    if (sameFiles(present, saved)) break;
  }
  const changing = files.filter((file) => !isAmong(file, present));
  for (const { name, bytes } of changing) replaceFile(join(folder, name), bytes);
  return { replaced: changing.map(({ name }) => name), kept };
}
