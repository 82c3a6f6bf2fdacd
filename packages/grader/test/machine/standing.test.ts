import { expect, test } from 'vitest';
import { standingOf } from '../../src/machine/standing.ts';

const limits = { workMs: 1000, stillMs: 2000 };

test('On a quiet machine real time and processor time are the same, and the limit is reached on time', () => {
  expect(standingOf({ realMs: 990, workedMs: 985, waitedMs: 5 }, limits)).toEqual({ t: 'going', lookAgainMs: 15 });
  expect(standingOf({ realMs: 1005, workedMs: 1000, waitedMs: 5 }, limits)).toEqual({ t: 'over', how: 'worked' });
});

test('Who had to stand in line has not used their time up, and has not stood still', () => {
  expect(standingOf({ realMs: 20_000, workedMs: 900, waitedMs: 19_000 }, limits)).toEqual({ t: 'going', lookAgainMs: 100 });
});

test('A loop is caught on a busy machine too, only later', () => {
  expect(standingOf({ realMs: 20_000, workedMs: 1000, waitedMs: 19_000 }, limits)).toEqual({ t: 'over', how: 'worked' });
});

test('Who sleeps of their own accord is caught, however busy the machine is', () => {
  expect(standingOf({ realMs: 2000, workedMs: 1, waitedMs: 0 }, limits)).toMatchObject({ t: 'going' });
  expect(standingOf({ realMs: 2003, workedMs: 1, waitedMs: 0 }, limits)).toEqual({ t: 'over', how: 'stood-still' });
  expect(standingOf({ realMs: 29_000, workedMs: 100, waitedMs: 26_900 }, limits)).toEqual({ t: 'over', how: 'stood-still' });
});

test('Only where others had the processor until the last wall, nobody can tell', () => {
  expect(standingOf({ realMs: 30_000, workedMs: 500, waitedMs: 29_000 }, limits)).toEqual({ t: 'starved' });
});
