import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { moduleOf } from '../src/commands/check-course/answers/module-of.ts';
import { cli, copyOfCourse, median, noSandbox, percentile, plainVitest, root, show } from './peers.ts';

/*
 * From save to verdict: a student's `grade --watch`, lint and types and sandbox included, over many saves of one exercise,
 * right answers and wrong ones in turn. Beside it, save by save: the same without bubblewrap, and Vitest's own watch mode on the
 * same suite in plain mode. Prints percentiles in milliseconds of real time, their ratios, what memory did, and how many
 * processes were left behind.
 *
 * node bench/watch.ts [saves] [exercise]
 */

const saves = Number(process.argv[2] ?? 40);
const exercise = process.argv[3] ?? 'gather';

const solutions = join(root, 'packages/solutions', exercise);
const right = await readFile(join(solutions, `${exercise}.ts`), 'utf8');
const names = await readdir(join(solutions, 'wrong'));
const wrong = names.map((name) => moduleOf(join(root, 'packages/solutions'), `${exercise}/wrong/${name}`));

/** A program that looks again whenever a file is saved. */
class Watcher {
  readonly #child: ChildProcess;
  readonly #file: string;
  readonly #end: RegExp;
  #printed = '';
  #wake: () => void = () => {};
  readonly times: number[] = [];
  readonly memory: number[] = [];

  constructor(args: readonly string[], { file, end, cwd, env }: { readonly file: string; readonly end: RegExp; readonly cwd: string; readonly env: Readonly<Record<string, string>> }) {
    this.#child = spawn(process.execPath, args, { cwd, env: { ...process.env, LANG: 'en_US.UTF-8', ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#printed += text;
      this.#wake();
    });
    this.#child.once('exit', () => this.#wake());
    this.#file = file;
    this.#end = end;
  }

  /** Waits for the next verdict. */
  async verdict(): Promise<void> {
    while (!this.#end.test(this.#printed)) {
      if (this.#child.exitCode !== null) throw new Error(`it has ended: ${this.#printed}`);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    this.#printed = '';
  }

  /** @param also files that are saved with it */
  async save(text: string, also: readonly { readonly path: string; readonly text: string }[]): Promise<void> {
    const begin = performance.now();
    for (const file of [{ path: this.#file, text }, ...also]) await writeFile(file.path, file.text);
    await this.verdict();
    this.times.push(performance.now() - begin);
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(this.#child.pid)], { encoding: 'utf8' });
    this.memory.push(Number(stdout) / 1024);
  }

  async end(): Promise<void> {
    this.#child.kill('SIGINT');
    await once(this.#child, 'exit');
  }
}

await using ours = await copyOfCourse();
await using bare = await copyOfCourse();
await using theirs = await copyOfCourse();
const answer = `${exercise}/${exercise}.ts`;
for (const { path } of [ours, bare]) await copyFile(join(solutions, `${exercise}.ts`), join(path, 'packages/exercises', answer));

const suite = join(theirs.path, 'packages/grader/suites', `${exercise}.suite.ts`);
const suiteText = await readFile(suite, 'utf8');

const teatime = (path: string, env = {}): Watcher =>
  new Watcher([cli, 'grade', '--watch', exercise], { cwd: path, file: join(path, 'packages/exercises', answer), end: /\d+ points\n/, env });
const vitestWatch = "Vitest's own watch";
const contestants = {
  [vitestWatch]: new Watcher([...plainVitest, '--watch'], {
    cwd: theirs.path, file: join(theirs.path, 'packages/solutions', answer), end: /W(?:ait|atch)ing for file changes/, env: { ANSWER: answer },
  }),
  'grade --watch': teatime(ours.path),
  'grade --watch, no bubblewrap': teatime(bare.path, noSandbox),
};
for (const watcher of Object.values(contestants)) await watcher.verdict();
for (let save = 0; save < saves; save++) {
  const text = save % 2 === 0 ? right : (wrong[((save - 1) / 2) % wrong.length] ?? right);
  for (const [name, watcher] of Object.entries(contestants)) {
    // Vitest does not see that the suite depends on the answer; it runs the suite again when that is saved, too.
    const also = name === vitestWatch ? [{ path: suite, text: `${suiteText}\n// ${save}\n` }] : [];
    await watcher.save(`${text}\n// ${save}\n`, also);
  }
}
for (const watcher of Object.values(contestants)) await watcher.end();

/** Processes that outlived whoever started them: student processes, and whatever names one of the courses. */
function orphans(): number {
  const { stdout } = spawnSync('ps', ['-e', '-o', 'ppid=,args='], { encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => [ours, bare].some(({ path }) => line.includes(path)));
  return lines.filter((line) => Number.parseInt(line, 10) === 1).length;
}

const peer = percentile(contestants[vitestWatch].times, 0.95);
for (const [name, { times, memory }] of Object.entries(contestants)) {
  show(`${name}: median of ${saves} saves`, median(times), 'ms');
  show(`${name}: p95`, percentile(times, 0.95), 'ms');
  show(`${name}: p95 / Vitest's`, percentile(times, 0.95) / peer);
  show(`${name}: memory after ${Math.min(20, saves)} saves`, memory[Math.min(20, saves) - 1] ?? NaN, 'MiB');
  show(`${name}: memory at the end`, memory.at(-1) ?? NaN, 'MiB');
}
show('processes left', orphans(), 'processes');
