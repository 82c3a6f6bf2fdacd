import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reportWidth } from '../../cli/context.ts';
import type { Context } from '../../cli/context.ts';
import { exerciseIds } from '../../cli/exercise-names.ts';
import { Interrupted, leaveCtrlC } from '../../cli/interrupt.ts';
import { oneExercise } from '../../cli/one-exercise.ts';
import { openCourse } from '../../cli/open-course.ts';
import { commonOptions, parseOptions } from '../../cli/parse-options.ts';
import { resultFile } from '../../cli/result-file.ts';
import { say } from '../../cli/say.ts';
import { shownPath } from '../../cli/shown-path.ts';
import { UsageError } from '../../cli/usage-error.ts';
import type { Course, Exercise } from '../../course/course.ts';
import { Meter } from '../../machine/meter.ts';
import { playTexts } from '../../messages/play.ts';
import { solutionTexts } from '../../messages/solution.ts';
import { usage } from '../../messages/usage.ts';
import { visibleName } from '../../messages/visible.ts';
import { wrap } from '../../report/layout.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import type { ExitCode } from '../../verdict/exit-code.ts';
import type { Finding } from '../../verdict/finding.ts';
import { takesCtrlC } from './ctrl-c.ts';
import { openPage } from './open-page.ts';
import { packPlaybill } from './playbill.ts';
import type { Playbill, PlayedAnswer } from './playbill.ts';
import { takeAnswer } from './take-answer.ts';

const options = {
  fast: { type: 'boolean' },
  page: { type: 'boolean' },
  solution: { type: 'boolean' },
  timeline: { type: 'boolean' },
  trace: { type: 'string' },
  ...commonOptions,
} as const;

/** `teatime play ID`: runs the lesson's own program with the student's code in it, or the story at the end with all of it. */
export async function play(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options, context.env);
  const named = exerciseIds(positionals, context);
  const { course, layout } = await openCourse(context, named);
  const piece = pieceOf(course, named);
  if (values.solution && course.exam) {
    say(context, solutionTexts.exam);
    return exitCodes.failed;
  }
  const trace = values.trace === undefined ? undefined : traceFile(values.trace, context);
  const answers: PlayedAnswer[] = [];
  for (const exercise of piece.exercises) {
    const taken = await takeAnswer(exercise, { layout, solution: values.solution ?? false, cwd: context.cwd });
    if ('refusal' in taken) {
      context.stderr.write(`${wrap(refusalText(taken.refusal, taken.folder, context), reportWidth(context)).join('\n')}\n`);
      return exitCodes.failed;
    }
    answers.push(taken.answer);
  }
  const missing = answers.filter(({ untouched }) => untouched).map(({ exercise }) => exercise);
  if (piece.isFinale && missing.length > 0) {
    say(context, playTexts.finaleLacks(piece.id, missing, course.exam));
    return exitCodes.failed;
  }
  await using record = values.page ? await recordFile() : undefined;
  const code = await perform(
    {
      story: join(layout.exercises, piece.id, 'story.ts'),
      answers,
      isFinale: piece.isFinale,
      language: context.language,
      fast: values.fast ?? values.page ?? false,
      timeline: values.timeline ?? false,
      trace,
      record: record?.path,
      gradeCommand: piece.isFinale ? 'pnpm grade' : `pnpm grade ${piece.id}`,
    },
    context,
  );
  if (record !== undefined) await openPage({ played: piece, record: record.path, root: layout.root }, context);
  return code;
}

/** What can be played: the story of an exercise, or the one at the end of the course. */
interface Piece extends Pick<Exercise, 'id' | 'title'> {
  /** Those whose answers it is played with. */
  readonly exercises: readonly Exercise[];
  readonly isFinale: boolean;
}

/** @throws {UsageError} when there is not exactly one name, or one that the course does not have */
function pieceOf({ exercises, finale }: Course, named: readonly string[]): Piece {
  if (finale !== undefined && named.length === 1 && named[0] === finale.id) {
    return { ...finale, exercises: exercises.filter(({ id }) => finale.exercises.includes(id)), isFinale: true };
  }
  const exercise = oneExercise('pnpm play', named, exercises);
  return { ...exercise, exercises: [exercise], isFinale: false };
}

interface RecordFile extends AsyncDisposable {
  readonly path: string;
}

/** A file of its own for what the process of the story writes down. */
async function recordFile(): Promise<RecordFile> {
  const folder = await mkdtemp(join(tmpdir(), 'teatime-play-'));
  return { path: join(folder, 'run.json'), [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** @throws {UsageError} when nothing can be written there */
function traceFile(given: string, context: Context): Playbill['trace'] {
  if (given === '-') throw new UsageError(usage.traceNeedsFile);
  // Whether it can be written is told before the program runs, which takes its time.
  const { path } = resultFile(given, context, '--trace ');
  return { path, shown: visibleName(given) };
}

function refusalText({ message, location }: Finding, folder: string, { language, cwd }: Context): string {
  const place = location && `${shownPath(join(folder, location.file), cwd)}:${location.line}:${location.column}`;
  return [message?.[language], place].filter((line) => line !== undefined).join('\n');
}

/** How long the program may keep its thread to itself before that is worth a word. The lesson's own holds it up for a second. */
const silentMs = 5000;

/** Calls back once, when a process with a channel has not come to answering for a while. In line for a processor it cannot. */
function listenFor(child: ChildProcess, onSilence: () => void): Disposable {
  const meter = new Meter(child.pid ?? 0);
  let heard = meter.look();
  child.on('message', () => (heard = meter.look()));
  const asking = setInterval(() => {
    child.send('are you there?', () => undefined);
    const { realMs, waitedMs } = meter.since(heard);
    if (realMs - waitedMs < silentMs) return;
    clearInterval(asking);
    onSilence();
  }, 500);
  return { [Symbol.dispose]: () => clearInterval(asking) };
}

/** From the moment that a process says that it takes Ctrl+C for itself, it is left to it, until this is disposed of. */
function leaveCtrlCTo(child: ChildProcess): DisposableStack {
  const left = new DisposableStack();
  child.on('message', (message) => {
    if (message === takesCtrlC && !left.disposed) left.use(leaveCtrlC());
  });
  return left;
}

/** @throws {Interrupted} */
async function perform(playbill: Playbill, context: Context): Promise<ExitCode> {
  const { interrupted, stderr, language } = context;
  const silence = wrap(playTexts.silent(silentMs / 1000)[language], reportWidth(context)).join('\n');
  const stage = fileURLToPath(new URL('stage.ts', import.meta.url));
  const child = spawn(process.execPath, [stage, packPlaybill(playbill)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  interrupted.addEventListener('abort', () => child.kill());
  using leaving = leaveCtrlCTo(child);
  using _listening = listenFor(child, () => {
    // What holds its thread up hears no Ctrl+C either.
    leaving.dispose();
    stderr.write(`${silence}\n`);
  });
  const exited = Promise.withResolvers<[number | null, NodeJS.Signals | null]>();
  child.once('exit', (...how) => exited.resolve(how)).once('error', exited.reject);
  const [code, signal] = await exited.promise;
  // A story that takes Ctrl+C ends as it likes, until there is one too many.
  if (interrupted.aborted || signal === 'SIGINT') throw new Interrupted();
  if (code === exitCodes.trouble) return exitCodes.trouble;
  return code === 0 ? exitCodes.passed : exitCodes.failed;
}
