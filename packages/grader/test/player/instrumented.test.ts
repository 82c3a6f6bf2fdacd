import { expect, test } from 'vitest';
import { instrumented } from '../../src/player/instrument/instrumented.ts';
import type { Recording } from '../../src/player/replay.ts';
import { record } from '../../src/stage/record.ts';
import { oddProgram } from './odd-program.ts';
import { rightAnswers, storyOf } from './stories.ts';

const before = "import { coroutine, createTask, currentTask, run, sleep } from '@teatime/core';";
const odd = { kind: 'program', program: { name: 'odd.ts', source: oddProgram }, before, after: '', language: 'en' } as const;

test('With its lines watched, a program does the same, at the same time and in the same order', async () => {
  const [watched, plain] = await Promise.all([true, false].map((lines) => record([{ ...odd, lines }, ...rightAnswers.map((answer) => storyOf(answer, { lines }))])));
  expect(plain?.[0]?.events.length).toBeGreaterThan(100);
  expect(watched?.map(doings)).toEqual(plain?.map(doings));
});

test('No line moves', () => {
  const watched = instrumented(oddProgram, 0).split('\n');
  expect(watched).toHaveLength(oddProgram.split('\n').length);
  for (const [at, line] of oddProgram.split('\n').entries()) expect(watched[at]).toContain(line.trim().split(/\W/)[0]);
});

test('What no parser can read stays as it is', () => {
  expect(instrumented('const tea = ;', 0)).toBe('const tea = ;');
});

/** What was done, but for what only a watched program tells: who takes a step after the first one, and where. */
function doings({ events }: Recording): readonly string[] {
  return events.flatMap((event) => {
    if (event.type === 'log') return [`${event.t} ${event.text}`];
    const isTask = event.task === null || event.task.startsWith('t');
    const isDoing = event.type === 'task.create' || event.type === 'task.done' || event.type.startsWith('timer.');
    return isDoing && isTask ? [`${event.t} ${event.type} ${event.type.startsWith('timer.') ? '' : String(event.task)}`] : [];
  });
}

