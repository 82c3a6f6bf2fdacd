/** The process in which a story is played: a plain Node on the student's own machine, with nothing around it. */
import { readFileSync } from 'node:fs';
import { run, runVirtual } from '@teatime/core';
import { reportWidth } from '../../cli/context.ts';
import { missingExport } from '../../messages/missing-export.ts';
import { legible } from '../../messages/legible.ts';
import { playTexts } from '../../messages/play.ts';
import type { Text } from '../../messages/text.ts';
import { wrap } from '../../report/layout.ts';
import { giveSources } from '../../stage/given-sources.ts';
import { coroutineOf, loadModule, loadStory, somethingReal } from '../../stage/story.ts';
import type { Module } from '../../stage/story.ts';
import { giveVirtualTimers } from '../../stage/virtual-timers.ts';
import { insteadOfExport } from '../../submission/missing-export.ts';
import { nextCtrlC } from './ctrl-c.ts';
import { playedFiles, unpackPlaybill } from './playbill.ts';
import type { Playbill, PlayedAnswer, PlayedFile } from './playbill.ts';
import { Recording } from './recording.ts';
import { explainStudentError } from './student-error.ts';

const playbill = unpackPlaybill(process.argv[2] ?? '');
Error.stackTraceLimit = 50;

// Answers as long as the event loop turns; the question alone keeps nothing running.
process.on('message', () => process.send?.('yes'));
process.channel?.unref();

for (const stream of [process.stdout, process.stderr]) writeLegibly(stream);

const recording = playbill.timeline || playbill.record !== undefined || playbill.trace !== undefined ? new Recording(playbill) : undefined;
let isOver = false;
process.once('exit', () => {
  if (!isOver) end(playTexts.exited);
});
process.on('uncaughtException', (error) => leave(explainStudentError(error, playbill)));
// Nothing is left that could happen, and the story has not ended.
process.once('beforeExit', () => leave(playTexts.deadlock));

try {
  leave(await play(playbill));
} catch (error) {
  leave(explainStudentError(error, playbill));
}

/** Tells the story to its end. What keeps it from beginning is returned, what stops it is thrown. */
async function play(playbill: Playbill): Promise<Text | undefined> {
  if (!playbill.fast) return tell(playbill);
  giveVirtualTimers(playedFiles(playbill).map(({ path }) => path));
  // Loaded within: a file may take hold of a timer as soon as it is loaded.
  return runVirtual(() => tell(playbill), { whenStuck: somethingReal });
}

async function tell(playbill: Playbill): Promise<Text | undefined> {
  const { story: path, answers, isFinale, language, fast } = playbill;
  giveSources(recording?.prepared() ?? playedFiles(playbill));
  const modules: Record<string, Module> = {};
  let exercise: Module = modules;
  for (const answer of answers) {
    const [main] = answer.files;
    if (main === undefined) continue;
    const module = await loadModule(main.path);
    const missing = missingIn(module, answer, main);
    if (missing !== undefined) return missing;
    modules[answer.exercise] = module;
    if (!isFinale) exercise = module;
  }
  const story = await loadStory(path);
  if (story === undefined) throw new TypeError(`${path} exports no story`);
  const neverAwaited: string[] = [];
  recording?.begin();
  await run(coroutineOf(story({ exercise, lang: language, print, nextCtrlC: fast ? undefined : nextCtrlC })), {
    onNeverAwaited: (message) => neverAwaited.push(message),
  });
  // After an error, which coroutines it left behind would only distract.
  for (const message of neverAwaited) console.warn(laidOut(playTexts.warning(message)));
  return undefined;
}

/** What to say of an answer that does not export what it has to. */
function missingIn(module: Module, { exports }: PlayedAnswer, { path, shown, source }: PlayedFile): Text | undefined {
  const missing = exports.find((name) => !(name in module));
  if (missing === undefined) return undefined;
  const instead = insteadOfExport({ name: missing, source: source ?? readFileSync(path, 'utf8'), exported: Object.keys(module), wanted: exports });
  return missingExport(shown, missing, instead);
}

/** What the answer prints is read, and obeyed by no terminal: as in a report. */
function writeLegibly(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream);
  const value = (chunk: unknown, ...rest: readonly unknown[]): unknown =>
    Reflect.apply(write, undefined, [typeof chunk === 'string' ? legible(chunk) : chunk, ...rest]);
  Object.defineProperty(stream, 'write', { value });
}

function print(line: string): void {
  recording?.log(line);
  console.log(line);
}

/** Ends the process, whatever is still running in it. */
function leave(trouble?: Text): void {
  if (isOver) return;
  end(trouble);
  // What was printed goes out first.
  process.stdout.write('', () => process.exit());
}

function end(trouble?: Text): void {
  isOver = true;
  process.exitCode = trouble === undefined ? 0 : 1;
  recording?.show();
  if (trouble !== undefined) process.stderr.write(`${laidOut(trouble)}\n`);
}

/** A text in lines that the terminal need not break. Places are left whole: editors and terminals make links of them. */
function laidOut(text: Text): string {
  const width = reportWidth({ stdout: process.stderr });
  const lines = text[playbill.language].split('\n');
  return lines.flatMap((line) => (line.startsWith('  at ') ? [line] : wrap(line, width))).map(legible).join('\n');
}
