import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Exercise } from '../course/course.ts';
import type { CourseLayout } from '../course/layout.ts';
import { gradeTexts } from '../messages/grade.ts';
import { usage } from '../messages/usage.ts';
import { jsonReport } from '../report/json.ts';
import { terminalReport } from '../report/terminal/terminal-report.ts';
import { takeSubmission } from '../submission/gate.ts';
import type { Evidence } from '../verdict/evidence.ts';
import { exerciseResult } from '../verdict/exercise-result.ts';
import { exitCodeOf } from '../verdict/exit-code.ts';
import type { ExitCode } from '../verdict/exit-code.ts';
import { gradeResult } from '../verdict/grade-result.ts';
import type { GradeResult } from '../verdict/result.ts';
import { reportWidth, wantsColors } from './context.ts';
import type { Context } from './context.ts';
import { Examiner } from './examiner.ts';
import { takeNotes } from './grade-notes.ts';
import { unlessInterrupted } from './interrupt.ts';
import { openCourse, selectExercises } from './open-course.ts';
import { commonOptions, parseOptions } from './parse-options.ts';
import { startProgress } from './progress.ts';
import { requireSandbox } from './require-sandbox.ts';
import { resultFile } from './result-file.ts';
import { shownPath } from './shown-path.ts';
import { UsageError } from './usage-error.ts';

const options = {
  from: { type: 'string' },
  json: { type: 'string' },
  'require-sandbox': { type: 'boolean' },
  ...commonOptions,
} as const;

/** `teatime grade [id…]`: judges answers and tells about it. */
export async function grade(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const { course, layout } = await openCourse(context);
  const exercises = selectExercises(course, positionals);
  const from = values.from === undefined ? layout.exercises : existingFolder(values.from, context);
  const onlyJson = values.json === '-';
  const file = values.json === undefined || onlyJson ? undefined : resultFile(values.json, context);
  const sandbox = await requireSandbox(values['require-sandbox'], context.env);

  await using examiner = new Examiner(layout, sandbox);
  const notes = from === layout.exercises ? takeNotes(exercises, layout, context) : undefined;
  const answers = await examineAll(exercises, from, examiner, context);
  const results = answers.map(({ exercise, evidence }) => exerciseResult(exercise, evidence, context.language));
  const result = gradeResult(course, results, sandbox.name);
  const troubled = answers.filter(({ evidence }) => isInTrouble(evidence)).map(({ exercise }) => exercise.id);
  notes?.keep(results.filter(({ id }) => !troubled.includes(id)));
  file?.write(jsonReport(result));
  context.stdout.write(onlyJson ? jsonReport(result) : reportFor(context, result, answers, layout));
  return exitCodeOf(result, troubled.length > 0);
}

/** @throws {UsageError} */
function existingFolder(given: string, { cwd }: Context): string {
  const folder = resolve(cwd, given);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new UsageError(usage.noFolder(given));
}

interface ExaminedAnswer {
  readonly exercise: Exercise;
  /** Where the answer lies, or should lie. */
  readonly folder: string;
  readonly evidence: Evidence;
}

/** @throws {Interrupted} */
async function examineAll(
  exercises: readonly Exercise[],
  from: string,
  examiner: Examiner,
  context: Context,
): Promise<readonly ExaminedAnswer[]> {
  using progress = startProgress(context);
  // First every gate, then every suite: the judge runs side by side what comes to it at the same time.
  const taken = await Promise.all(exercises.map((exercise) => takeSubmission(exercise, from)));
  let done = 0;
  const show = (): void => progress.show(gradeTexts.progress(done, exercises.length)[context.language]);
  show();
  const examined = taken.map(async ({ exercise, folder, admission }) => {
    const evidence = await examiner.examine(exercise, admission);
    done += 1;
    show();
    return { exercise, folder, evidence };
  });
  return await unlessInterrupted(context.interrupted, Promise.all(examined));
}

function isInTrouble(evidence: Evidence): boolean {
  return 'suite' in evidence && evidence.suite.trouble !== undefined;
}

function reportFor(
  context: Context,
  result: GradeResult,
  answers: readonly ExaminedAnswer[],
  layout: CourseLayout,
): string {
  const { language, cwd } = context;
  const folders = new Map(answers.map(({ exercise, folder }) => [exercise.id, folder]));
  return terminalReport(result, {
    language,
    width: reportWidth(context),
    colors: wantsColors(context),
    answersTo: (id) => shownPath(folders.get(id) ?? id, cwd),
    taskOf: (id) => shownPath(join(layout.exercises, id, `task.${language}.md`), cwd),
  });
}
