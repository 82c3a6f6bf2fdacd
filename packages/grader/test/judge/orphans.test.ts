import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { descendantsOf, isAlive } from '../support/processes.ts';
import { obeysResultSchema } from '../support/result-schema.ts';
import { startTeatime } from '../support/teatime.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { sampleOf } from '../support/thorough.ts';

const looping = 'export function gather() { for (;;); }';
const endlessTypes = `type List<N, T extends 0[] = []> = T['length'] extends N ? T : List<N, [...T, 0]>;
type Power<A, D> = D extends [0, ...infer R] ? Power<A extends any ? [A, 1] | [A, 2] : never, R> : A;
export const gather: Power<1, List<16>> = 1 as never as Power<2, List<16>>;`;
const working = `export async function gather() {
  for (let i = 0; i < 100; i++) await crypto.subtle.digest('SHA-256', new Uint8Array(1e6));
}`;

/** With nothing in the PATH there is no bubblewrap and no prlimit. */
const nothing = { PATH: '/nowhere' };

/** Waits until the grader has started a student process; gives all that is below the grader then. */
async function untilStudentRuns(grader: ChildProcess): Promise<ReturnType<typeof descendantsOf>> {
  const pid = grader.pid ?? 0;
  let below = descendantsOf(pid);
  for (; grader.exitCode === null && !below.some(isOfStudent); below = descendantsOf(pid)) await wait(5);
  return below;
}

/** Whether a process is made for a student's code; the others read it, and run modules of the grader. */
function isOfStudent({ command }: ReturnType<typeof descendantsOf>[number]): boolean {
  return command.includes('--eval');
}

/** Processes that are still there although whoever started them is not: 5 seconds later at the latest there are none. */
async function orphansOf(processes: ReturnType<typeof descendantsOf>): Promise<readonly string[]> {
  for (let round = 0; round < 50 && processes.some(isAlive); round++) await wait(100);
  return processes.filter(isAlive).map(({ program }) => program);
}

/** Kills a process, unless it has just ended by itself. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function jsonOf(file: string): Promise<unknown> {
  try {
    const result: unknown = JSON.parse(await readFile(file, 'utf8'));
    return result;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

describe.runIf(process.platform === 'linux')('A grader that is killed', () => {
  test.each(sampleOf([
    ['while the code of the student loops', looping, {}],
    ['while the code of the student loops, without bubblewrap', looping, nothing],
    ['while the code of the student is read', endlessTypes, {}],
    ['while the code of the student is read, without prlimit', endlessTypes, nothing],
    ['while the code of the student works', working, {}],
    ['while the code of the student works, without bubblewrap', working, nothing],
  ], 3))('%s leaves no process behind, and no half of a result', async (_what, code, env) => {
    await using folder = await temporaryFolder({ 'gather/gather.ts': code });
    const file = join(folder.path, 'result.json');
    const grader = startTeatime(['grade', 'gather', '--from', folder.path, '--json', file], { env });
    await untilStudentRuns(grader);
    await wait(Math.random() * 800);
    const below = descendantsOf(grader.pid ?? 0);
    const killed = once(grader, 'exit');
    grader.kill('SIGKILL');
    await killed;
    expect(await orphansOf(below)).toEqual([]);
    const result = await jsonOf(file);
    expect(result === undefined || obeysResultSchema(result)).toBe(true);
  });
});

describe.runIf(process.platform === 'linux')('A student process that is killed', () => {
  test('costs the checks that it was needed for, and the result, if there is any, says so', async () => {
    await using folder = await temporaryFolder({ 'gather/gather.ts': working });
    const file = join(folder.path, 'result.json');
    const grader = startTeatime(['grade', 'gather', '--from', folder.path, '--json', file]);
    const ended = once(grader, 'exit');
    const below = await untilStudentRuns(grader);
    await wait(Math.random() * 300);
    for (const { pid } of below.filter(isOfStudent).filter(isAlive)) end(pid);
    const code: unknown = (await ended)[0];
    const result = await jsonOf(file);
    if (result === undefined) {
      // It had not even begun: nobody can say what the answer is worth, and there is no result.
      expect(code).toBe(3);
    } else {
      expect(code).toBe(1);
      expect(obeysResultSchema(result)).toBe(true);
      expect(result).toMatchObject({ passed: false, exercises: [{ id: 'gather' }] });
    }
  });
});
