import { readCourseOutline, readExercise } from '../../course/read-course.ts';
import { checkCourseTexts } from '../../messages/promises.ts';
import { keepStub } from '../../progress/stub.ts';
import { probeSandbox } from '../../sandbox/probe.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import type { ExitCode } from '../../verdict/exit-code.ts';
import { reportWidth, wantsColors } from '../context.ts';
import type { Context } from '../context.ts';
import { Examiner } from '../examiner.ts';
import { unlessInterrupted } from '../interrupt.ts';
import { findCourse, requireKnown } from '../open-course.ts';
import { commonOptions, parseOptions } from '../parse-options.ts';
import { startProgress } from '../progress.ts';
import { checkExercise } from './check-exercise.ts';
import type { ExerciseProof } from './check-exercise.ts';
import { proofReport } from './proof-report.ts';
import { unlistedExercises } from './unlisted.ts';

const options = {
  'keep-stubs': { type: 'boolean' },
  ...commonOptions,
} as const;

/** `teatime check-course [ID…]`: proves what the course promises, with the same judge that grades its students. */
export async function checkCourse(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const layout = findCourse(context);
  const { exercises } = await readCourseOutline(layout.root);
  requireKnown(positionals, exercises);
  const ids = positionals.length === 0 ? exercises : exercises.filter((id) => positionals.includes(id));
  if (values['keep-stubs']) for (const id of ids) keepStub(await readExercise(layout.root, id), layout);

  await using examiner = new Examiner(layout, await probeSandbox());
  const { language } = context;
  const proofs = [
    ...(await proveAll(ids, context, (id, onAnswer) => checkExercise(id, { layout, examiner, language, onAnswer }))),
    ...(positionals.length === 0 ? await unlistedExercises(exercises, layout) : []),
  ];
  context.stdout.write(proofReport(proofs, { language, width: reportWidth(context), colors: wantsColors(context) }));
  return proofs.every(({ breaches }) => breaches.length === 0) ? exitCodes.passed : exitCodes.failed;
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
