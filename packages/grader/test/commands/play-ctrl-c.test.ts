import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { teaAnswers } from '../support/answers.ts';
import { courseCopy } from '../support/course-copy.ts';
import { startTeatime, type Outcome } from '../support/teatime.ts';

/** Waits for Ctrl+C as often as the answer says, and then stays for as long as it says. */
const story = `import { coroutine, sleep } from '@teatime/core';

export const story = coroutine(async ({ exercise, print, nextCtrlC }) => {
  if (nextCtrlC === undefined) return print('nobody could press it');
  const { takes, staysMs } = exercise.makeTea();
  const presses = Array.from({ length: takes }, () => nextCtrlC());
  print('ready');
  while (staysMs < 0);
  for (const [number, signal] of presses.entries()) {
    await sleep(600_000, { signal }).catch(() => print('heard ' + (number + 1)));
  }
  await sleep(staysMs);
  print('over');
});
`;

interface Played {
  /** How often the story asks for Ctrl+C. */
  readonly takes: number;
  /** Below 0, it does not even give its thread back. */
  readonly staysMs: number;
  /** How often it is pressed: each time that a line was printed. */
  readonly pressed: number;
  /** Where the lines come out that are waited for. */
  readonly waitsFor?: 'stdout' | 'stderr';
}

/** As a terminal does it, Ctrl+C comes to all processes that run in it. */
async function play({ pressed, waitsFor = 'stdout', ...answer }: Played): Promise<Outcome> {
  await using course = await courseCopy('tea');
  await course.write('packages/exercises/tea/tea.ts', `export function makeTea() { return ${JSON.stringify(answer)}; }\n`);
  await course.write('packages/exercises/tea/story.ts', story);
  const child = startTeatime(['play', 'tea'], { cwd: course.path, detached: true });
  const { pid = 0 } = child;
  let times = 0;
  child[waitsFor].on('data', (lines: Buffer) => {
    for (const _ of lines.toString().trimEnd().split('\n')) {
      times += 1;
      if (times <= pressed) process.kill(-pid, 'SIGINT');
    }
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: typeof code === 'number' ? code : null, stdout, stderr };
}

test.skipIf(process.platform === 'win32').each<[what: string, played: Played, outcome: Outcome]>([
  ['takes one, and ends as it likes', { takes: 1, staysMs: 700, pressed: 1 }, { code: 0, stdout: 'ready\nheard 1\nover\n', stderr: '' }],
  ['takes two, one after the other', { takes: 2, staysMs: 0, pressed: 2 }, { code: 0, stdout: 'ready\nheard 1\nheard 2\nover\n', stderr: '' }],
  ['takes none: the first ends it', { takes: 0, staysMs: 600_000, pressed: 1 }, { code: 130, stdout: 'ready\n', stderr: '' }],
  ['takes one: the second ends it', { takes: 1, staysMs: 600_000, pressed: 2 }, { code: 130, stdout: 'ready\nheard 1\n', stderr: '' }],
])('A story that is told in real time %s', async (_, played, outcome) => {
  expect(await play(played)).toEqual(outcome);
});

test.skipIf(process.platform === 'win32')('A story that takes it and holds up its thread is ended by it all the same, once that was noticed', async () => {
  const { code, stderr } = await play({ takes: 1, staysMs: -1, pressed: 1, waitsFor: 'stderr' });
  expect(stderr).toContain('Press Ctrl-C to stop it');
  expect(code).toBe(130);
});

test('On a clock that jumps nobody could press it', async () => {
  await using course = await courseCopy('tea');
  await course.write('packages/exercises/tea/tea.ts', teaAnswers.right);
  await course.write('packages/exercises/tea/story.ts', story);
  const child = startTeatime(['play', 'tea', '--fast'], { cwd: course.path });
  expect(await text(child.stdout)).toBe('nobody could press it\n');
});
