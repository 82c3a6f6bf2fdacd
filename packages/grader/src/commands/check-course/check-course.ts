import { reportWidth, wantsColors } from '../../cli/context.ts';
import type { Context } from '../../cli/context.ts';
import { exerciseIds } from '../../cli/exercise-names.ts';
import { unlessInterrupted } from '../../cli/interrupt.ts';
import { findCourse, requireKnown } from '../../cli/open-course.ts';
import { commonOptions, parseOptions } from '../../cli/parse-options.ts';
import { startProgress } from '../../cli/progress-line.ts';
import { UsageError } from '../../cli/usage-error.ts';
import type { Exercise } from '../../course/course.ts';
import type { CourseLayout } from '../../course/layout.ts';
import { isDraft } from '../../course/draft.ts';
import { readCourseOutline, readExercise } from '../../course/read-course.ts';
import type { CourseOutline } from '../../course/read-course.ts';
import { Examiner } from '../../grading/examiner.ts';
import { checkCourseTexts } from '../../messages/promises.ts';
import { usage } from '../../messages/usage.ts';
import { keepStub } from '../../progress/stub.ts';
import { probeSandbox } from '../../sandbox/probe.ts';
import { takeSubmission } from '../../submission/gate.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import type { ExitCode } from '../../verdict/exit-code.ts';
import { checkExercise } from './proof/check-exercise.ts';
import { wholeCourseBreaches } from './course/course-breaches.ts';
import { draftProof, unjudgedProof } from './proof/proof.ts';
import type { ExerciseProof } from './proof/proof.ts';
import { proofReport } from './proof/proof-report.ts';
import { asRuns } from './proof/runs.ts';
import { typeBreaches } from './suite/type-breaches.ts';
import { unlistedExercises } from './course/unlisted.ts';

const options = {
  'keep-stubs': { type: 'boolean' },
  runs: { type: 'string' },
  ...commonOptions,
} as const;

/** `teatime check-course [ID…]`: proves what the course promises, with the same judge that grades its students. */
export async function checkCourse(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const runs = values.runs === undefined ? 0 : asRuns(values.runs);
  const layout = findCourse(context);
  const outline = await readCourseOutline(layout.root);
  const { exercises } = outline;
  const named = exerciseIds(positionals, context);
  requireKnown(named, exercises);
  const drafts = named.length === 0 ? await draftsIn(exercises, layout) : [];
  const ids = exercises.filter((id) => (named.length === 0 ? !drafts.includes(id) : named.includes(id)));

  await using examiner = new Examiner(layout, await probeSandbox());
  const { language } = context;
  if (values['keep-stubs']) {
    for (const id of ids) await keepIfStub(await readExercise(layout.root, id), layout, examiner);
  }
  const types = typeBreaches(ids, layout);
  // Whoever asks for them hears of it.
  types.catch(() => undefined);
  const proofs = [
    ...(await proveAll(ids, context, (id, onAnswer) => checkExercise(id, { outline, layout, examiner, language, types, runs, onAnswer }))),
    ...drafts.map(draftProof),
    ...(named.length === 0 ? [...(await unlistedExercises(outline, layout)), ...(await wholeCourse(outline, ids, layout))] : []),
  ];
  context.stdout.write(proofReport(proofs, { language, width: reportWidth(context), colors: wantsColors(context) }));
  return exitCodeOf(proofs);
}

/** What is wrong with the course beyond its exercises, told under the name of its manifest. */
async function wholeCourse(outline: CourseOutline, ids: readonly string[], layout: CourseLayout): Promise<readonly ExerciseProof[]> {
  const read = await Promise.allSettled(ids.map((id) => readExercise(layout.root, id)));
  const breaches = await wholeCourseBreaches(outline, read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])), layout);
  return breaches.length === 0 ? [] : [unjudgedProof('course.json', breaches)];
}

async function draftsIn(ids: readonly string[], { root }: CourseLayout): Promise<readonly string[]> {
  const drafts = await Promise.all(ids.map((id) => isDraft(root, id)));
  return ids.filter((_, index) => drafts[index] === true);
}

/** Where a manifest cannot be read, the course is broken, for `grade` as well; what else is wrong is what this command is to find. */
function exitCodeOf(proofs: readonly ExerciseProof[]): ExitCode {
  if (proofs.some(({ unreadable }) => unreadable)) return exitCodes.misused;
  return proofs.every(({ breaches }) => breaches.length === 0) ? exitCodes.passed : exitCodes.failed;
}

/** @throws {UsageError} when what lies there has been answered: as a stub it would give the answer away */
async function keepIfStub(exercise: Exercise, layout: CourseLayout, examiner: Examiner): Promise<void> {
  const { admission } = await takeSubmission(exercise, layout.exercises, { search: 'own' });
  const evidence = await examiner.examine(exercise, admission);
  const findings = 'suite' in evidence ? evidence.suite.findings : [];
  if (findings.some(({ status }) => status === 'passed')) throw new UsageError(usage.noStub(exercise.id, exercise.files[0] ?? ''));
  keepStub(exercise, layout);
}

type OnAnswer = (exercise: string, done: number, of: number) => void;

/** @throws {Interrupted} */
async function proveAll(
  ids: readonly string[],
  context: Context,
  prove: (id: string, onAnswer: OnAnswer) => Promise<ExerciseProof>,
): Promise<readonly ExerciseProof[]> {
  using progress = startProgress(context);
  const onAnswer: OnAnswer = (exercise, done, of) =>
    progress.show(checkCourseTexts.progress(exercise, done, of)[context.language]);
  return await unlessInterrupted(context.interrupted, Promise.all(ids.map((id) => prove(id, onAnswer))));
}
