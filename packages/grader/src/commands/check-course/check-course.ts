import { reportWidth, wantsColors } from '../../cli/context.ts';
import type { Context } from '../../cli/context.ts';
import { unlessInterrupted } from '../../cli/interrupt.ts';
import { findCourse, requireKnown } from '../../cli/open-course.ts';
import { resultFile } from '../../cli/result-file.ts';
import { say } from '../../cli/say.ts';
import { startProgress } from '../../cli/progress-line.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { finaleWith } from '../../course/course.ts';
import type { Exercise, Finale } from '../../course/course.ts';
import type { CourseLayout } from '../../course/layout.ts';
import { isDraft } from '../../course/draft.ts';
import { readCourseOutline, readExercise } from '../../course/read-course.ts';
import type { CourseOutline } from '../../course/read-course.ts';
import { Examiner } from '../../grading/examiner.ts';
import { writeFailsTexts } from '../../messages/matrix.ts';
import { checkCourseTexts } from '../../messages/promises.ts';
import { usage } from '../../messages/usage.ts';
import { keepStub } from '../../progress/stub.ts';
import { probeSandbox } from '../../sandbox/probe.ts';
import { takeSubmission } from '../../submission/gate.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import type { ExitCode } from '../../verdict/exit-code.ts';
import { answerModule } from './answers/print-answer.ts';
import type { Breach } from './breach/breach.ts';
import { asked } from './options.ts';
import { matrixReport } from './proof/matrix-report.ts';
import { ProofMemory } from './proof/memory.ts';
import { proofJson } from './proof/proof-json.ts';
import { checkExercise } from './proof/check-exercise.ts';
import { wholeCourseBreaches } from './course/course-breaches.ts';
import { finaleBreaches } from './course/finale-breaches.ts';
import { draftProof, unjudgedProof } from './proof/proof.ts';
import type { ExerciseProof } from './proof/proof.ts';
import { proofReport } from './proof/proof-report.ts';
import { writeFails } from './proof/write-fails.ts';
import type { Written } from './proof/write-fails.ts';
import { TypeReader } from './suite/type-breaches.ts';
import { unlistedExercises } from './course/unlisted.ts';

/** `teatime check-course [ID…]`: proves what the course promises, with the same judge that grades its students. */
export async function checkCourse(args: readonly string[], context: Context): Promise<ExitCode> {
  const { named, keepStubs, runs, matrix, writeFails: isToWrite, json, instead } = asked(args, context);
  const layout = findCourse(context);
  const outline = await readCourseOutline(layout.root);
  const { exercises } = outline;
  requireKnown(named, exercises);
  if (instead !== undefined && 'print' in instead) {
    context.stdout.write(await answerModule(instead.of, instead.print, layout));
    return exitCodes.passed;
  }
  if (instead !== undefined) return await (await import('./watch/watch-proof.ts')).watchProof(instead.watch, outline, layout, context);
  const file = json === undefined || json === '-' ? undefined : resultFile(json, context);
  const drafts = named.length === 0 ? await draftsIn(exercises, layout) : [];
  const ids = exercises.filter((id) => (named.length === 0 ? !drafts.includes(id) : named.includes(id)));

  await using examiner = new Examiner(layout, await probeSandbox());
  const { language } = context;
  if (keepStubs) {
    const kept: string[] = [];
    for (const id of ids) kept.push(...(await keepIfStub(await readExercise(layout.root, id), layout, examiner)));
    if (json !== '-') say(context, checkCourseTexts.keptStubs(kept));
  }
  await using reader = new TypeReader(layout);
  const memory = new ProofMemory();
  const prove = async (): Promise<readonly ExerciseProof[]> => {
    // All at once: most of what they read is the same.
    const found = reader.breaches(ids);
    // Whoever asks for them hears of it.
    found.catch(() => undefined);
    const types = async (id: string): Promise<readonly Breach[]> => (await found).get(id) ?? [];
    return await proveAll(ids, context, (id, onAnswer) => checkExercise(id, { outline, layout, examiner, language, types, runs, memory, onAnswer }));
  };
  // Without one of its exercises it is not told.
  const finale = named.length === 0 ? finaleWith(outline.finale, ids) : undefined;
  const toldAtTheEnd = finale === undefined ? [] : finaleProof(finale, reader, outline, layout);
  let proved = await prove();
  const written = isToWrite ? proved.map((proof) => writeFails(proof, layout)) : [];
  if (written.some(({ isAny }) => isAny)) proved = await prove();
  const proofs = [
    ...proved,
    ...drafts.map(draftProof),
    ...(named.length === 0 ? [...(await unlistedExercises(outline, layout)), ...(await wholeCourse(outline, ids, layout))] : []),
    ...(await toldAtTheEnd),
  ];
  const document = json === undefined ? '' : proofJson(outline.id, proofs, language);
  file?.write(document);
  if (json === '-') context.stdout.write(document);
  else {
    const style = { language, width: reportWidth(context), colors: wantsColors(context) };
    for (const proof of matrix ? proofs : []) if (proof.matrix) context.stdout.write(`\n  ${proof.id}\n${matrixReport(proof.matrix, style)}`);
    context.stdout.write(proofReport(proofs, style));
    if (isToWrite) tellWritten(written, context);
  }
  return exitCodeOf(proofs);
}

function tellWritten(written: readonly Written[], context: Context): void {
  const said = written.flatMap((one) => one.said);
  if (said.length === 0) say(context, writeFailsTexts.nothing);
  else say(context, ...said, ...(written.some(({ isAny }) => isAny) ? [writeFailsTexts.read] : []));
}

/** The story at the end: nothing is told of one that keeps its promises. */
async function finaleProof(finale: Finale, reader: TypeReader, outline: CourseOutline, layout: CourseLayout): Promise<readonly ExerciseProof[]> {
  const types = reader.breaches([finale.id]).then((found) => found.get(finale.id) ?? []);
  const breaches = await finaleBreaches(finale, layout, { types, languages: outline.languages });
  return breaches.length === 0 ? [] : [unjudgedProof(finale.id, breaches)];
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

/** Gives the paths of what was kept. @throws {UsageError} when what lies there has been answered: as a stub it would give the answer away */
async function keepIfStub(exercise: Exercise, layout: CourseLayout, examiner: Examiner): Promise<readonly string[]> {
  const { admission } = await takeSubmission(exercise, layout.exercises, { search: 'own' });
  const evidence = await examiner.examine(exercise, admission);
  const findings = 'suite' in evidence ? evidence.suite.findings : [];
  if (findings.some(({ status }) => status === 'passed')) throw new UsageError(usage.noStub(exercise.id, exercise.files[0] ?? ''));
  return keepStub(exercise, layout).map((name) => `packages/exercises/${exercise.id}/${name}`);
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
