import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { startTeatime } from '../support/teatime.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

test.runIf(process.platform === 'linux')('Ctrl-C ends a grade at once, with 130, no result, and no process left', async () => {
  await using answers = await temporaryFolder({
    'tea.ts': 'export async function makeTea(): Promise<string> {\n  for (;;);\n}\n',
  });
  const file = join(answers.path, 'result.json');
  const child = startTeatime(['grade', 'tea', '--from', answers.path, '--json', file]);
  const students = await vi.waitUntil(async () => nonEmpty(await descendants(child.pid)), { timeout: 300_000 });
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
  await vi.waitFor(async () => {
    const alive = new Set((await processes()).map(({ pid }) => pid));
    expect(students.filter((pid) => alive.has(pid))).toEqual([]);
  }, 300_000);
  expect(existsSync(file)).toBe(false);
});

interface Process {
  readonly pid: number;
  readonly parent: number;
}

/** Those that run. One that has ended and that nobody has asked for does no harm. */
async function processes(): Promise<readonly Process[]> {
  const { stdout } = await run('ps', ['-eo', 'pid=,ppid=,stat=']);
  return stdout.trim().split('\n').flatMap((line) => {
    const [pid, parent, state = ''] = line.trim().split(/ +/);
    return state.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent) }];
  });
}

async function descendants(pid: number | undefined): Promise<readonly number[]> {
  const all = await processes();
  const below = (parent: number | undefined): readonly number[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one.pid, ...below(one.pid)]);
  return below(pid);
}

function nonEmpty<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
