import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cli, copyOfCourse, median, percentile, show } from './peers.ts';

/*
 * How long an author waits: from a save to the matrix in `check-course ID --watch`, beside a cold `check-course ID`, which also
 * repeats what it has to. Saved are, each as often as asked for: the suite, with another check changed each time; the suite, with a
 * change that all checks may depend on; and the solution, of which every edit follows.
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
  const kinds = [
    ['a check', suite, inOneCheck],
    ['the whole suite', suite, (text: string, save: number) => `${text}void ${save};\n`],
    // It keeps its lines, so that every edit of it applies.
    ['the solution', solution, (text: string, save: number) => `${text}// ${save}\n`],
  ] as const;
  for (const [what, file, change] of kinds) {
    const path = join(course.path, file);
    const text = await readFile(path, 'utf8');
    const times: number[] = [];
    for (let save = 0; save < saves; save++) {
      const saved = writeFile(path, change(text, save));
      times.push(await timed(async () => { await saved; await proof(); }));
    }
    show(`${exercise}: a save of ${what}, median of ${saves}`, median(times), 'ms');
    show(`${exercise}: a save of ${what}, p95`, percentile(times, 0.95), 'ms');
    await writeFile(path, text);
    await proof();
  }
  child.kill('SIGINT');
  await new Promise((resolve) => child.once('close', resolve));
}

/** A statement that does nothing, in one check after another. */
function inOneCheck(suite: string, save: number): string {
  const begins = [...suite.matchAll(/^check\(.*\{$/gm)].map(({ index, 0: line }) => index + line.length);
  const at = begins[save % begins.length] ?? 0;
  return `${suite.slice(0, at)} void ${save};${suite.slice(at)}`;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
