import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../cli/context.ts';
import { findCourse, openCourse, requireKnown, selectExercises } from '../cli/open-course.ts';
import { isWithin } from '../cli/is-within.ts';
import { commonOptions, parseOptions } from '../cli/parse-options.ts';
import { resultFile } from '../cli/result-file.ts';
import { startProgress } from '../cli/progress-line.ts';
import { say } from '../cli/say.ts';
import { shownPath } from '../cli/shown-path.ts';
import { UsageError } from '../cli/usage-error.ts';
import { unlessInterrupted } from '../cli/interrupt.ts';
import { isDraft } from '../course/draft.ts';
import { readEdition } from '../course/edition.ts';
import type { Edition } from '../course/edition.ts';
import type { CourseLayout, OpenCourse } from '../course/layout.ts';
import { readCourseOutline } from '../course/read-course.ts';
import { gradescopeZip } from '../edition/autograder.ts';
import { editionLeaks } from '../edition/edition-leaks.ts';
import type { EditionFiles } from '../edition/file-list.ts';
import { makeEdition } from '../edition/make-edition.ts';
import { proveEdition } from '../edition/prove-edition.ts';
import { changesIn, unfitness, writeEdition } from '../edition/write-edition.ts';
import { firmPath } from '../files/firm-path.ts';
import { releaseTexts } from '../messages/release.ts';
import { notReady } from '../scaffold/leftovers.ts';
import { exitCodes } from '../verdict/exit-code.ts';
import type { ExitCode } from '../verdict/exit-code.ts';
import { checkCourse } from './check-course/check-course.ts';

const options = {
  exercises: { type: 'string' },
  name: { type: 'string' },
  gradescope: { type: 'string' },
  'dry-run': { type: 'boolean' },
  ...commonOptions,
} as const;

/** As scripts of an edition's packages. */
const commandsOfStudents = ['grade', 'list', 'hint', 'play', 'reset', 'solution', 'update'] as const;

/** `teatime release DIR`: proves the course, makes its student edition, proves that too, and writes it in one step or not at all. Or its grader for Gradescope. */
export async function release(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options, context.env);
  const [given, another] = positionals;
  if (values.gradescope !== undefined) {
    if (Object.keys(values).some((name) => name !== 'gradescope' && name !== 'lang') || given !== undefined) throw new UsageError(releaseTexts.gradescopeAlone);
    return await releaseGradescope(values.gradescope, context);
  }
  if (given === undefined || another !== undefined) throw new UsageError(releaseTexts.needsFolder);
  const layout = findCourse(context);
  if (readEdition(layout.root) !== undefined) throw new UsageError(releaseTexts.fromEdition);
  const folder = firmPath(given, context.cwd);
  const shown = shownPath(folder, context.cwd);
  const course = await chosenCourse(values.exercises, layout, context);
  const before = editionBefore(folder, shown, course);

  requireSolutions(course);
  const files = await makeEdition({ course, name: values.name, commands: commandsOfStudents, before });
  if (values['dry-run']) {
    const { written, removed } = changesIn(folder, files);
    say(context, releaseTexts.dryRun(shown, written, removed));
    return exitCodes.passed;
  }
  const unready = await Promise.all(course.course.exercises.map(({ id }) => notReady(id, layout)));
  if (unready.flat().length > 0) {
    say(context, ...unready.flat(), releaseTexts.broken);
    return exitCodes.failed;
  }
  const chosen = values.exercises === undefined ? [] : course.course.exercises.map(({ id }) => id);
  const proved = await checkCourse(chosen, context);
  if (proved !== exitCodes.passed) {
    say(context, releaseTexts.broken);
    return proved;
  }
  if (!(await holds(files, course, context))) return exitCodes.failed;
  const { written, removed } = writeEdition(folder, files);
  if (written.length + removed.length === 0) {
    say(context, releaseTexts.nothingChanged(shown));
    return exitCodes.passed;
  }
  const counts = { written: written.length, removed: removed.length };
  say(context, releaseTexts.released(shown, course.course.exercises.length, counts), releaseTexts.next(shown));
  return exitCodes.passed;
}

/** `teatime release --gradescope FILE`: proves the course, and writes its grader as Gradescope runs it. */
async function releaseGradescope(given: string, context: Context): Promise<ExitCode> {
  const { root } = findCourse(context);
  if (readEdition(root) !== undefined) throw new UsageError(releaseTexts.fromEdition);
  const file = resultFile(given, context, '--gradescope ');
  const proved = await checkCourse([], context);
  if (proved !== exitCodes.passed) {
    say(context, releaseTexts.broken);
    return proved;
  }
  file.write(await gradescopeZip(root, context.courseLanguage));
  say(context, releaseTexts.gradescope(shownPath(file.path, context.cwd)));
  return exitCodes.passed;
}

/** The course with the exercises that were asked for, or with all but the drafts. @throws {UsageError} for a draft that was asked for */
async function chosenCourse(given: string | undefined, { root }: CourseLayout, context: Context): Promise<OpenCourse> {
  const course = await openCourse(context);
  if (given === undefined) return course;
  const ids = given.split(/[\s,]+/).filter(Boolean);
  if (ids.length === 0) throw new UsageError(releaseTexts.noExercise);
  requireKnown(ids, (await readCourseOutline(root)).exercises);
  for (const id of ids) if (await isDraft(root, id)) throw new UsageError(releaseTexts.draft(id));
  return { ...course, course: { ...course.course, exercises: selectExercises(course.course, ids) } };
}

/** The edition that lies in the folder. @throws {UsageError} when the folder cannot take one of this course */
function editionBefore(folder: string, shown: string, { course, layout }: OpenCourse): Edition | undefined {
  if (isWithin(folder, layout.root) || isWithin(layout.root, folder)) throw new UsageError(releaseTexts.inCourse(shown));
  const unfit = unfitness(folder);
  if (unfit === 'not-a-folder') throw new UsageError(releaseTexts.notAFolder(shown));
  if (unfit === 'not-empty') throw new UsageError(releaseTexts.notEmpty(shown));
  const before = readEdition(folder);
  if (before !== undefined && before.course !== course.id) throw new UsageError(releaseTexts.otherCourse(shown, before.course));
  return before?.edition;
}

/** @throws {UsageError} */
function requireSolutions({ course, layout }: OpenCourse): void {
  for (const { id, files } of course.exercises) {
    const needed = [`packages/grader/suites/${id}.suite.ts`, ...files.map((name) => `packages/solutions/${id}/${name}`), ...files.map((name) => `packages/exercises/${id}/.stub/${name}`)];
    const missing = needed.find((path) => !existsSync(join(layout.root, path)));
    if (missing !== undefined) throw new UsageError(releaseTexts.noSolution(missing));
  }
}

/** Whether an edition gives nothing away and does its work. */
async function holds(files: EditionFiles, course: OpenCourse, context: Context): Promise<boolean> {
  const leaks = editionLeaks(files, course);
  if (leaks.length > 0) {
    say(context, releaseTexts.leaks(leaks));
    return false;
  }
  using progress = startProgress(context);
  const trying = (command: string): void => progress.show(releaseTexts.trying(command)[context.language]);
  const [failing] = await unlessInterrupted(context.interrupted, proveEdition(files, course, trying));
  if (failing === undefined) return true;
  say(context, releaseTexts.failing(failing.command, failing.said));
  return false;
}
