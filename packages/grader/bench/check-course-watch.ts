import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cli, copyOfCourse, median, percentile, show } from './peers.ts';

/*
 * How long an author waits: from a save to the matrix in `check-course ID --watch`, beside a cold `check-course ID`, which also
 * repeats what it has to. A suite, a wrong answer and a text are saved, each as often as asked for; the suite is what costs most.
 *
 * node bench/check-course-watch.ts [saves] [exercise…]
 */

const [given = '30', ...named] = process.argv.slice(2);
const saves = Number(given);

await using course = await copyOfCourse();
for (const exercise of named.length > 0 ? named : ['tea', 'gather']) {
  const cold = await timed(async () => {
    const child = spawn(process.execPath, [cli, 'check-course', exercise], { cwd: course.path, stdio: 'ignore' });
    await new Promise((resolve) => child.once('close', resolve));
  });
  show(`${exercise}: cold, check-course`, cold, 'ms');
  await watched(exercise);
}

async function watched(exercise: string): Promise<void> {
  const child = spawn(process.execPath, [cli, 'check-course', exercise, '--watch'], { cwd: course.path, env: { ...process.env, LC_ALL: 'en_US.UTF-8' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  let wake = (): void => {};
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    wake();
  });
  const proof = async (): Promise<void> => {
    while (!printed.includes('Waiting for you to save')) await new Promise<void>((resolve) => (wake = resolve));
    printed = '';
  };
  show(`${exercise}: until the first matrix`, await timed(proof), 'ms');
  const [suite, solution] = [`packages/grader/suites/${exercise}.suite.ts`, `packages/solutions/${exercise}/${exercise}.ts`];
  for (const [what, file] of [['suite', suite], ['solution', solution]] as const) {
    const path = join(course.path, file);
    const text = await readFile(path, 'utf8');
    const times: number[] = [];
    for (let save = 0; save < saves; save++) {
      // The solution keeps its lines, so that every edit of it applies.
      const saved = writeFile(path, `${text}// ${save}\n`);
      times.push(await timed(async () => { await saved; await proof(); }));
    }
    show(`${exercise}: a save of its ${what}, median of ${saves}`, median(times), 'ms');
    show(`${exercise}: a save of its ${what}, p95`, percentile(times, 0.95), 'ms');
  }
  child.kill('SIGINT');
  await new Promise((resolve) => child.once('close', resolve));
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
