import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runsOf } from '../../src/commands/check-course/proof/runs.ts';
import type { AnswerRole, CourseAnswer } from '../../src/commands/check-course/answers/answers.ts';
import { command } from '../support/in-process.ts';
import { ownCommand } from '../support/own-command.ts';
import type { Said } from '../support/own-command.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';
import { isThorough } from '../support/thorough.ts';
import { addsRight, tinyCourse, tinySuite } from '../support/tiny-course.ts';

describe.runIf(isThorough)('A check that refuses one right answer in five, by luck', () => {
  let course: TemporaryFolder;
  let found: Said;

  // So many runs that this test fails once in a million. One in a hundred takes 688, for 99.9 %, and minutes.
  beforeAll(async () => {
    const flaky = `${addsRight}\nassert(lab.random.next() >= 0.2, { en: 'Out of luck.', 'zh-CN': '运气不好。' });`;
    course = await tinyCourse({ flaky: { 'packages/grader/suites/flaky.suite.ts': tinySuite('flaky', flaky) } });
    found = await ownCommand(course, 'check-course', '--runs', '62', '--lang', 'en');
  });

  afterAll(() => course[Symbol.asyncDispose]());

  test('is found, with a seed that shows it again', async () => {
    expect(found.said).toMatch(/flaky\/flaky\.ts .*The verdict is not steady: it passed \d\d of 62 runs\. With --seed \d+ it does not\./);
    expect(found.code).toBe(1);
    const seed = /--seed (?<seed>\d+)/.exec(found.said)?.groups?.['seed'] ?? '';
    const graded = await ownCommand(course, 'grade', '--from', `${course.path}/packages/solutions`, '--seed', seed, '--lang', 'en');
    expect(graded.said).toContain('Out of luck.');
  });
});

describe('The runs', () => {
  const right = [answer('solution'), answer('also'), answer('also')];
  const wrong = [answer('wrong', 'one'), answer('wrong', 'one, two, two'), answer('wrong', 'one')];
  const runs = runsOf([answer('stub'), ...right, ...wrong], 688);

  test('are shared by the right answers', () => {
    expect(right.map((one) => runs.get(one))).toEqual([230, 230, 230]);
  });

  test('are shared, for each check, by the answers that are to fail it', () => {
    expect(wrong.map((one) => runs.get(one))).toEqual([230, 688, 230]);
  });

  test('are never fewer than without the option', () => {
    const few = runsOf([...right, ...wrong], 1);
    expect([...right, ...wrong].map((one) => few.get(one))).toEqual([10, 10, 10, 5, 5, 5]);
  });

  test.each(['0', '1.5', 'many', '10001'])('are a whole number: %s is none', async (given) => {
    const { code, stderr } = await command(`check-course --runs=${given}`);
    expect(stderr).toContain(`--runs ${given} is no number of runs`);
    expect(code).toBe(2);
  });
});

function answer(role: AnswerRole, fails?: string): CourseAnswer {
  return { role, path: '', files: [{ name: 'a.ts', source: fails === undefined ? '' : `// fails: ${fails}\n` }] };
}
