import { expect, test } from 'vitest';
import { replayOf } from '../../src/player/replay-of.ts';
import type { Recording } from '../../src/player/replay.ts';
import { record } from '../../src/stage/record.ts';
import { replayText } from './replay-text.ts';
import { solutions, storyOf } from './stories.ts';

const english = solutions.map((solution) => storyOf(solution));
const chinese = solutions.map((solution) => storyOf(solution, { language: 'zh-CN' }));
const all = await record([...english, ...english, ...chinese]);
const [recordings, again, inChinese] = [0, 1, 2].map((part) => all.slice(part * solutions.length, (part + 1) * solutions.length));

test.each(solutions.map(({ exercise }, at) => [exercise, at] as const))('The story of %s is shown step by step', async (exercise, at) => {
  const recording = recordings?.[at];
  if (recording === undefined) throw new Error('it was not recorded');
  await expect(replayText(replayOf(recording))).toMatchFileSnapshot(`golden/${exercise}.txt`);
});

test('In Chinese everything happens in the same way', () => {
  const shape = ({ events }: Recording): readonly string[] => events.map(({ t, type, task }) => `${t} ${type} ${String(task)}`);
  expect(inChinese?.map(shape)).toEqual(recordings?.map(shape));
  expect(inChinese?.flatMap(({ events }) => events.flatMap((event) => (event.type === 'log' ? [event.text] : [])))).toContain('水烧开了!');
});

test('What is recorded twice is the same twice', () => {
  expect(again).toEqual(recordings);
});

test('A program that fails is told with its error', async () => {
  const order = { kind: 'program', program: { name: 'tea.ts', source: 'throw new Error("no water");' }, before: '', after: '', lines: true, language: 'en' } as const;
  await expect(record([order])).rejects.toThrow('no water');
});
