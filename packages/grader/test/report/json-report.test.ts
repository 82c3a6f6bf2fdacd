import { expect, test } from 'vitest';
import { jsonReport } from '../../src/report/json.ts';
import { causes } from '../../src/verdict/cause.ts';
import { flawless } from '../support/evidence.ts';
import { gather, grade, inDoubt, oneAfterAnother, refusedAtTheGate, tea, untouched } from '../support/grades.ts';
import { obeysResultSchema } from '../support/result-schema.ts';

const everything = grade('en', [
  [tea, flawless(tea)],
  [gather, oneAfterAnother()],
  [gather, refusedAtTheGate()],
  [tea, untouched(tea)],
]);

test('The document is the result, the whole result and nothing else', async () => {
  expect(JSON.parse(jsonReport(everything))).toEqual(everything);
  expect(jsonReport(everything).endsWith('}\n')).toBe(true);
  await expect(jsonReport(grade('zh-CN', [[gather, oneAfterAnother()]]))).toMatchFileSnapshot('golden/one-after-another.zh-CN.json');
});

test('The document obeys the published schema', () => {
  expect(obeysResultSchema(JSON.parse(jsonReport(everything))), JSON.stringify(obeysResultSchema.errors)).toBe(true);
});

test('A grade in which something is in doubt obeys the schema too, and the schema allows it no points', () => {
  const doubtful: object = JSON.parse(jsonReport(grade('en', [[tea, flawless(tea)], [gather, inDoubt(gather)]])));
  expect(obeysResultSchema(doubtful), JSON.stringify(obeysResultSchema.errors)).toBe(true);
  expect(obeysResultSchema({ ...doubtful, points: 0 })).toBe(false);
  expect(obeysResultSchema({ ...doubtful, passed: false })).toBe(false);
});

test.each<[what: string, change: object]>([
  ['another version', { version: 2 }],
  ['half a point', { points: 1.5 }],
  ['an unknown sandbox', { sandbox: 'hope' }],
  ['an unknown key', { score: 1 }],
  ['a check that is not passed and has no cause', withCheck({ status: 'failed', cause: undefined })],
  ['a check that is passed and has a cause', withCheck({ status: 'passed', cause: 'wrong' })],
  ['a cause that it does not know', withCheck({ status: 'failed', cause: 'bad luck' })],
  ['an exercise without checks', { exercises: [{ ...everything.exercises[0], checks: undefined }] }],
])('The schema refuses %s', (_, change) => {
  expect(obeysResultSchema(JSON.parse(JSON.stringify({ ...everything, ...change })))).toBe(false);
});

test('The schema knows every cause', () => {
  for (const cause of causes) {
    expect(obeysResultSchema(JSON.parse(JSON.stringify({ ...everything, ...withCheck({ status: 'error', cause }) })))).toBe(true);
  }
});

/** The exercises with something else about their first check. */
function withCheck(change: object): object {
  const [exercise] = everything.exercises;
  return { exercises: [{ ...exercise, checks: [{ ...exercise?.checks[0], ...change }] }] };
}
