import { copyFileSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Context } from '../cli/context.ts';
import { GraderTrouble } from '../cli/grader-trouble.ts';
import { findCourse } from '../cli/open-course.ts';
import { commonOptions, parseOptions } from '../cli/parse-options.ts';
import { say } from '../cli/say.ts';
import type { Paragraph } from '../cli/say.ts';
import { shownPath } from '../cli/shown-path.ts';
import { UsageError } from '../cli/usage-error.ts';
import { readEdition } from '../course/edition.ts';
import type { EditionOfCourse } from '../course/edition.ts';
import { changedExercises } from '../edition/changed-exercises.ts';
import type { FileList } from '../edition/file-list.ts';
import { readList } from '../edition/file-list.ts';
import { handOut } from '../edition/hand-out.ts';
import { previousFolder, replaceFiles, RolledBack } from '../edition/journal.ts';
import { planReturn, planUpdate } from '../edition/plan-update.ts';
import type { UpdatePlan } from '../edition/plan-update.ts';
import { openSource } from '../edition/source/open-source.ts';
import type { SourceEdition } from '../edition/source/open-source.ts';
import { SourceProblem } from '../edition/source/source-problem.ts';
import { FileProblem } from '../files/file-problem.ts';
import { fileTrouble } from '../files/file-trouble.ts';
import type { Text } from '../messages/text.ts';
import { updateTexts } from '../messages/update.ts';
import { visibleName } from '../messages/visible.ts';
import { timeStamp } from '../progress/time-stamp.ts';
import { exitCodes } from '../verdict/exit-code.ts';
import type { ExitCode } from '../verdict/exit-code.ts';

const options = {
  undo: { type: 'boolean' },
  ...commonOptions,
} as const;

/** `teatime update SOURCE`: puts a newer edition in the place of the course, and leaves alone what is the student's. */
export async function update(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options, context.env);
  const { root } = findCourse(context);
  const here = readEdition(root);
  if (here === undefined) throw new UsageError(updateTexts.noStudentEdition);
  if (values.undo) {
    if (positionals.length > 0) throw new UsageError(updateTexts.sourceOrUndo);
    return goBack(root, context);
  }
  const [given, another] = positionals;
  if (given === undefined || another !== undefined) throw new UsageError(updateTexts.needsSource);
  const there = await source(given, context);
  if (there.course !== here.course) throw new UsageError(updateTexts.otherCourse(there.course, here.course));
  return bring(root, here, there, context);
}

async function source(given: string, { cwd }: Context): Promise<SourceEdition> {
  try {
    return await openSource(given, resolve(cwd, given));
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error;
    throw new UsageError(updateTexts.trouble[error.trouble](visibleName(error.detail === '' ? given : error.detail)));
  }
}

function bring(root: string, { edition }: EditionOfCourse, there: SourceEdition, context: Context): ExitCode {
  if (edition.earlier.includes(there.edition.id)) throw new UsageError(updateTexts.older);
  const plan = planUpdate(root, there.files);
  if (plan.puts.size + plan.removes.length === 0) {
    say(context, updateTexts.upToDate);
    return exitCodes.passed;
  }
  const before = readList(root) ?? {};
  const kept = carryOut(root, plan, context);
  tell(context, [updateTexts.done(there.edition.name), ...kept], root, before, there.list, plan);
  return exitCodes.passed;
}

function goBack(root: string, context: Context): ExitCode {
  const plan = planReturn(root);
  if (plan === undefined) {
    say(context, updateTexts.nothingToUndo);
    return exitCodes.failed;
  }
  const before = readList(root) ?? {};
  const kept = carryOut(root, plan, context);
  // One step back, and no further: forth again is an update.
  rmSync(join(root, previousFolder), { recursive: true, force: true });
  tell(context, [updateTexts.undone, ...kept], root, before, readList(root) ?? {}, plan);
  return exitCodes.passed;
}

/** @returns what is to be said of files that are the student's */
function carryOut(root: string, { puts, removes, theirs }: UpdatePlan, { cwd }: Context): readonly Text[] {
  const aside = `.teatime/backups/update-${timeStamp(new Date())}`;
  try {
    for (const path of theirs) keepCopy(root, path, aside);
    replaceFiles(root, { puts, removes, aside });
  } catch (error) {
    const cause = error instanceof RolledBack ? error.cause : error;
    throw new GraderTrouble(updateTexts.notDone(fileTrouble(FileProblem.from(cause, root))));
  }
  return theirs.length === 0 ? [] : [updateTexts.keptAside(shownPath(join(root, aside), cwd), theirs.map(visibleName))];
}

/** A file is on the disk a second time before it goes. What is none, such as a link, is moved there when its turn comes. */
function keepCopy(root: string, path: string, aside: string): void {
  if (!lstatSync(join(root, path)).isFile()) return;
  mkdirSync(dirname(join(root, aside, path)), { recursive: true });
  copyFileSync(join(root, path), join(root, aside, path));
}

function tell(context: Context, first: readonly Paragraph[], root: string, before: FileList, after: FileList, plan: UpdatePlan): void {
  const { added, changed, gone } = changedExercises(before, after);
  const { renewed, changed: withNewStub, renamed } = handOut(root);
  const [oldNames, newNames] = [renamed.map(([from]) => from), renamed.map(([, to]) => to)];
  const some = (ids: readonly string[], text: (ids: readonly string[]) => Text): readonly Text[] => (ids.length === 0 ? [] : [text(ids)]);
  say(
    context,
    ...first,
    ...some(added.filter((id) => !newNames.includes(id)), updateTexts.added),
    ...some(changed, updateTexts.changedExercises),
    ...some(gone.filter((id) => !oldNames.includes(id)), updateTexts.gone),
    ...renamed.map(([from, to]) => updateTexts.renamed(from, to)),
    ...some(renewed.filter((id) => !newNames.includes(id)), updateTexts.renewed),
    ...withNewStub.map(updateTexts.newStub),
    [...plan.puts.keys()].some((path) => /(?:^|\/)(?:package\.json|pnpm-lock\.yaml)$/.test(path)) ? updateTexts.install : updateTexts.next,
  );
}
