import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { hiddenPoints, maxPoints } from '../course/course.ts';
import type { Exercise } from '../course/course.ts';
import type { OpenCourse } from '../course/layout.ts';
import type { EditionFiles } from './file-list.ts';
import { program } from './make-edition.ts';
import { dependenciesIn } from './package-file.ts';

/** What an edition was to do in a copy of it, and did not. */
export interface Failing {
  /** What was typed. */
  readonly command: string;
  /** What came of it. */
  readonly said: string;
}

/**
 * Tries an edition as a student would, in a copy: the stubs earn nothing, every command works, and the solutions earn all that is
 * open. The copy finds the packages that the edition names, and no others.
 *
 * @param onStep told before each command
 */
export async function proveEdition(files: EditionFiles, { course, layout }: OpenCourse, onStep: (command: string) => void): Promise<readonly Failing[]> {
  const copy = mkdtempSync(join(tmpdir(), 'teatime-edition-'));
  try {
    for (const [path, bytes] of files) writeBelow(copy, path, bytes);
    linkPackages(copy, files);
    const failing: Failing[] = [];
    const expect = async (args: readonly string[], isRight: (outcome: Outcome) => boolean): Promise<void> => {
      const command = args.join(' ');
      onStep(command);
      const outcome = await runIn(copy, args);
      if (!isRight(outcome)) failing.push({ command, said: outcome.said });
    };
    const expectWatch = async (id: string): Promise<void> => {
      const command = `grade --watch ${id}`;
      onStep(command);
      const said = await watchIn(copy, id, () => cpSolution(layout.solutions, id, copy, files));
      if (said !== undefined) failing.push({ command, said });
    };
    const points = (outcome: Outcome): number | undefined => pointsOf(join(copy, 'result.json'), outcome);
    const { exercises, exam = false } = course;
    const solutionCode = exam ? 1 : 0;
    const [first] = exercises;
    if (first === undefined) return failing;
    await expect(['grade', '--json', 'result.json'], (outcome) => outcome.code === 1 && points(outcome) === 0);
    await expect(['list'], ({ code, said }) => code === 0 && exercises.every(({ id }) => said.includes(id)));
    await expect(['hint', first.id], ({ code }) => code === 0);
    for (const { id } of exercises) await expect(['play', id, '--fast', '--solution'], ({ code }) => code === solutionCode);
    await expectWatch(first.id);
    for (const { id } of exercises) cpSolution(layout.solutions, id, copy, files);
    await expect(['grade', '--json', 'result.json'], (outcome) => points(outcome) === openPoints(exercises));
    await expect(['solution', first.id], ({ code }) => code === solutionCode);
    await expect(['reset', '--all'], ({ code }) => code === 0);
    await expect(['grade', first.id, '--json', 'result.json'], (outcome) => outcome.code === 1 && points(outcome) === 0);
    return failing;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

interface Outcome {
  readonly code: number;
  readonly said: string;
}

function runIn(copy: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [teatimeIn(copy), ...args], { cwd: copy, env: environment(), maxBuffer: 50_000_000 }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, said: (stdout + stderr).trim() });
    });
  });
}

const teatimeIn = (copy: string): string => join(copy, 'packages/grader/src/teatime.ts');

/** A check of its own, not a grade that counts. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, CI: undefined, INIT_CWD: undefined, FORCE_COLOR: undefined, LC_ALL: 'en_US.UTF-8', NODE_COMPILE_CACHE: join(program, 'node_modules/.cache/teatime') };
}

/** Watches over one exercise: it waits for a save, and says that what was saved then is right. Gives what it said where it ended instead. */
async function watchIn(copy: string, id: string, save: () => void): Promise<string | undefined> {
  const child = spawn(process.execPath, [teatimeIn(copy), 'grade', '--watch', id, '--lang', 'en'], { cwd: copy, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  let said = '';
  let wake = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      wake();
    });
  }
  const says = async (what: RegExp): Promise<boolean> => {
    while (!what.test(said)) {
      const heard = new Promise<'more'>((resolve) => (wake = () => resolve('more')));
      if ((await Promise.race([heard, ended])) !== 'more') return false;
    }
    return true;
  };
  try {
    if (!(await says(/Waiting for you to save/))) return said.trim();
    save();
    // It waits again where the answer does not pass.
    await says(/Waiting for you to save[^]*Waiting for you to save|is done\.|all that is checked here|Everything that is checked here/);
    return /is done\.|all that is checked here|Everything that is checked here/.test(said) ? undefined : said.trim();
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

const graded = z.object({ points: z.number() });

function pointsOf(path: string, { code }: Outcome): number | undefined {
  if (code > 1 || !existsSync(path)) return undefined;
  return graded.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data?.points;
}

/** What the checks give that students have. */
function openPoints(exercises: readonly Exercise[]): number {
  return exercises.reduce((sum, exercise) => sum + maxPoints(exercise) - hiddenPoints(exercise), 0);
}

function cpSolution(solutions: string, id: string, copy: string, files: EditionFiles): void {
  const stubs = [...files.keys()].filter((path) => path.startsWith(`packages/exercises/${id}/.stub/`));
  for (const path of stubs) {
    const name = path.split('/').at(-1) ?? '';
    cpSync(join(solutions, id, name), join(copy, 'packages/exercises', id, name));
  }
}

/** Links to what is installed here. The packages of the course itself are those of the copy. */
function linkPackages(copy: string, files: EditionFiles): void {
  for (const [path, bytes] of files) {
    if (!/^(?:packages\/[^/]+\/)?package\.json$/.test(path)) continue;
    for (const name of dependenciesIn(Buffer.from(bytes).toString('utf8'))) {
      const own = name.startsWith('@teatime/') ? join(copy, 'packages', name.slice('@teatime/'.length)) : undefined;
      const link = join(copy, dirname(path), 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(own ?? join(program, dirname(path), 'node_modules', name), link, 'junction');
    }
  }
}

function writeBelow(folder: string, path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}
