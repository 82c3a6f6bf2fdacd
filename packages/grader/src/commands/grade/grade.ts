import { relative, sep } from 'node:path';
import { builtPlayer } from '../../cli/built-player.ts';
import { answersFolder } from '../../cli/answers-folder.ts';
import type { Context } from '../../cli/context.ts';
import { exerciseIds } from '../../cli/exercise-names.ts';
import { GraderTrouble } from '../../cli/grader-trouble.ts';
import { unlessInterrupted } from '../../cli/interrupt.ts';
import { openCourse, openCourseFromAnywhere, selectExercises } from '../../cli/open-course.ts';
import { openProgress } from '../../cli/open-progress.ts';
import { commonOptions, parseOptions } from '../../cli/parse-options.ts';
import { startProgress } from '../../cli/progress-line.ts';
import { reportFiles } from '../../cli/report-files.ts';
import { exercisesOfPart } from '../../cli/part.ts';
import { requireSandbox } from '../../cli/require-sandbox.ts';
import { resultFile } from '../../cli/result-file.ts';
import { say } from '../../cli/say.ts';
import { asSeed, newSeed } from '../../cli/seed.ts';
import { UsageError } from '../../cli/usage-error.ts';
import type { OpenCourse } from '../../course/layout.ts';
import { Examiner } from '../../grading/examiner.ts';
import { gradeAnswers } from '../../grading/grading.ts';
import type { Grading, GradingOptions } from '../../grading/grading.ts';
import { gradeTexts } from '../../messages/grade.ts';
import { sentenceIn } from '../../messages/sentence-in.ts';
import type { Text } from '../../messages/text.ts';
import { usage } from '../../messages/usage.ts';
import { visibleName } from '../../messages/visible.ts';
import type { ProgressStore } from '../../progress/progress-store.ts';
import { jsonReport } from '../../report/json.ts';
import { exitCodeOf, exitCodes } from '../../verdict/exit-code.ts';
import type { ExitCode } from '../../verdict/exit-code.ts';
import { nothingHandedIn } from '../../verdict/nothing-handed-in.ts';
import type { GradeResult } from '../../verdict/result.ts';
import { isKnown, takeNotes } from './grade-notes.ts';
import { showGrading } from './show-grading.ts';
import { sayWhatIsNext } from './what-is-next.ts';

const options = {
  from: { type: 'string' },
  json: { type: 'string' },
  report: { type: 'string', multiple: true },
  watch: { type: 'boolean' },
  ui: { type: 'boolean' },
  all: { type: 'boolean' },
  part: { type: 'string' },
  'require-sandbox': { type: 'boolean' },
  seed: { type: 'string' },
  ...commonOptions,
} as const;

/** `teatime grade [id…]`: judges answers and tells about it. */
export async function grade(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options, context.env);
  const named = exerciseIds(positionals, context);
  const course = await (values.from === undefined ? openCourse(context, named) : openCourseFromAnywhere(context, named));
  const { layout } = course;
  if (values.part !== undefined && named.length > 0) throw new UsageError(usage.partOrNames);
  const chosen = values.part === undefined ? named : exercisesOfPart(values.part, course.course);
  const exercises = selectExercises(course.course, chosen);
  const from = values.from === undefined ? layout.exercises : answersFolder(values.from, context);
  const onlyJson = values.json === '-';
  const file = values.json === undefined || onlyJson ? undefined : resultFile(values.json, context);
  const live = values.watch ? '--watch' : values.ui ? '--ui' : undefined;
  const once = values.from ?? values.json ?? values.report;
  if (live !== undefined && (once !== undefined || (values.watch && values.ui))) {
    throw new UsageError(usage.liveAlone(live));
  }
  const seed = values.seed === undefined ? undefined : asSeed(values.seed);
  if (onlyJson && values.report?.includes('github')) throw new UsageError(usage.githubNeedsLog);
  const reports = reportFiles(values.report ?? [], context);
  const sandbox = await requireSandbox(values['require-sandbox'], context.env);

  await using examiner = new Examiner(layout, sandbox, { warm: live !== undefined });
  const grader = { course, examiner, sandbox: sandbox.name, seed: () => seed ?? newSeed() };
  if (values.watch) return await (await import('./watch/watch.ts')).watch(grader, chosen, context);
  if (values.ui) return await (await import('./ui/ui.ts')).ui(grader, exercises, context);
  const isOwn = from === layout.exercises;
  const progress = openProgress(layout, context);
  const known = isOwn && isKnown(course, progress);
  const notes = isOwn ? takeNotes(exercises, layout, progress) : undefined;
  const grading = await withProgressLine(context, (telling) => gradeAnswers(grader, exercises, from, { language: context.courseLanguage, ...telling }));
  const { result, troubled } = grading;
  if (values.from !== undefined) requireHandIn(result, values.from);
  notes?.keep(result.exercises.filter(({ id }) => !troubled.some((other) => other.id === id)));
  if (!onlyJson) {
    if (isOwn) tellStudent(grading, course, progress, { all: values.all ?? false, known }, context);
    else tellInstructor(grading, course, context);
  }
  // What the grader could not judge is no result, and nobody shall record it as one.
  if (troubled.length > 0) throw new GraderTrouble(gradeTexts.noResult(troubled));
  file?.write(jsonReport(result));
  reports.write(result, {
    language: context.language,
    courseTitle: sentenceIn(course.course.title, context.courseLanguage),
    env: context.env,
    answers: fromRepository(from, context),
    ...(reports.formats.includes('html') && { player: await builtPlayer() }),
  });
  if (onlyJson) context.stdout.write(jsonReport(result));
  else tellOfFiles([...(values.json === undefined ? [] : [values.json]), ...reports.paths], context);
  return exitCodeOf(result);
}

type Telling = Required<Pick<GradingOptions, 'onProgress' | 'onWait'>>;

/** Some work with a line that tells how far it is. @throws {Interrupted} */
async function withProgressLine<T>(context: Context, work: (telling: Telling) => Promise<T>): Promise<T> {
  using line = startProgress(context);
  const show = (text: Text): void => line.show(text[context.language]);
  const telling: Telling = {
    onProgress: (done, of) => show(gradeTexts.progress(done, of)),
    onWait: (others) => show(gradeTexts.waiting(others)),
  };
  return await unlessInterrupted(context.interrupted, work(telling));
}

/** A folder as a checkout on GitHub names it. */
function fromRepository(folder: string, { cwd, env }: Pick<Context, 'cwd' | 'env'>): string {
  return relative(env['GITHUB_WORKSPACE'] ?? cwd, folder).split(sep).join('/');
}

function tellOfFiles(paths: readonly string[], context: Context): void {
  if (paths.length > 0) say(context, gradeTexts.written(paths.map(visibleName)));
}

/** @throws {UsageError} when nothing was handed in: that is no zero, and more often a wrong folder than a lazy student */
function requireHandIn(result: GradeResult, from: string): void {
  const said = nothingHandedIn(result);
  if (said !== undefined) throw new UsageError(usage.nothingHandedIn(from, said));
}

/** The report, and after it which files were taken for the answer although they have other names. */
function tellInstructor(grading: Grading, course: OpenCourse, context: Context): void {
  context.stdout.write(showGrading(grading, course, 'instructor', context));
  const files = grading.result.exercises.flatMap((exercise) => exercise.files ?? []);
  const renamed = files.filter(({ name, path }) => path.split('/').at(-1) !== name);
  if (renamed.length > 0) say(context, gradeTexts.takenAs(renamed));
}

/** The report, before it a welcome to whoever has done nothing yet, and after it what comes next. */
function tellStudent(grading: Grading, course: OpenCourse, progress: ProgressStore, { all, known }: { readonly all: boolean; readonly known: boolean }, context: Context): void {
  const { exercises } = grading.result;
  const [first, second] = exercises;
  const isNew = exercises.every(({ begun }) => begun === false);
  if (isNew && first !== undefined && second !== undefined) say(context, gradeTexts.welcome(exercises.length, first.id));
  context.stdout.write(showGrading(grading, course, all ? 'student-of-all' : 'student', context, known));
  if (exitCodeOf(grading.result) === exitCodes.passed) sayWhatIsNext(grading.result, course, progress, context);
}
