import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { courseCopy } from '../test/support/course-copy.ts';
import { repository } from '../test/support/repository.ts';

/*
 * From save to verdict: a student's `grade --watch`, lint and types included, over many saves of one exercise, right
 * answers and wrong ones in turn, against a cold `grade` of the same exercise in between. Prints percentiles in
 * milliseconds of real time, their ratio, what memory did, and how many processes were left behind.
 *
 * node bench/watch.ts [saves] [exercise]
 */

const saves = Number(process.argv[2] ?? 40);
const exercise = process.argv[3] ?? 'gather';
const cli = join(repository, 'packages/grader/src/teatime.ts');

await using copy = await courseCopy();
const course = copy.path;
const file = join(course, 'packages/exercises', exercise, `${exercise}.ts`);
const solutions = join(repository, 'packages/solutions', exercise);
const right = await readFile(join(solutions, `${exercise}.ts`), 'utf8');
const wrong = await Promise.all(
  (await readdir(join(solutions, 'wrong'))).map((name) => readFile(join(solutions, 'wrong', name), 'utf8')),
);

const env = { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' };
const student = spawn(process.execPath, [cli, 'grade', '--watch', exercise], { cwd: course, env, stdio: ['ignore', 'pipe', 'inherit'] });
let printed = '';
student.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));

/** Waits for the next verdict. */
async function verdict(): Promise<void> {
  while (!/\d+ points\n/.test(printed)) await once(student.stdout, 'data');
  printed = '';
}

/** Processes that outlived whoever started them: student processes, and whatever names the course's folder. */
function orphans(): number {
  const { stdout } = spawnSync('ps', ['-e', '-o', 'ppid=,args='], { encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => line.includes('--input-type=module') || line.includes(course));
  return lines.filter((line) => Number.parseInt(line, 10) === 1).length;
}

function memoryOf(pid: number | undefined): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout) / 1024;
}

const warm: Record<'right' | 'wrong', number[]> = { right: [], wrong: [] };
const cold: number[] = [];
const memory: number[] = [];
await copyFile(join(repository, 'packages/solutions', exercise, `${exercise}.ts`), file);
await verdict();
for (let save = 0; save < saves; save++) {
  const begin = performance.now();
  const answer = save % 2 === 0 ? right : (wrong[((save - 1) / 2) % wrong.length] ?? right);
  await writeFile(file, `${answer}\n// ${save}\n`);
  await verdict();
  (save % 2 === 0 ? warm.right : warm.wrong).push(performance.now() - begin);
  memory.push(memoryOf(student.pid));
  if (save % 10 === 5) {
    const beginCold = performance.now();
    spawnSync(process.execPath, [cli, 'grade', exercise], { cwd: course, env });
    cold.push(performance.now() - beginCold);
  }
}
student.kill('SIGINT');
await once(student, 'exit');
const left = orphans();

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

const show = (name: string, value: number, unit: string): void => {
  console.log(`${name.padEnd(34)} ${value.toFixed(unit === '' ? 2 : 0).padStart(6)} ${unit}`);
};
const all = [...warm.right, ...warm.wrong];
show(`save to verdict, median of ${saves}`, percentile(all, 0.5), 'ms');
show('save to verdict, p95', percentile(all, 0.95), 'ms');
show('  of right answers', percentile(warm.right, 0.95), 'ms');
show('  of wrong answers', percentile(warm.wrong, 0.95), 'ms');
show(`cold grade, median of ${cold.length}`, percentile(cold, 0.5), 'ms');
show('ratio, cold to a save', percentile(cold, 0.5) / percentile(all, 0.5), '');
show('memory after 20 saves', memory[Math.min(20, memory.length) - 1] ?? NaN, 'MiB');
show('memory at the end', memory.at(-1) ?? NaN, 'MiB');
show('processes left', left, 'processes');
