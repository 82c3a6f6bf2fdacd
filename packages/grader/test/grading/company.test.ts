import { expect, test } from 'vitest';
import { Company } from '../../src/grading/company.ts';

/** Some work that ends when it is told to, and tells in `log` when it began and ended. */
function work(name: string, log: string[]) {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const run = async () => {
    log.push(`${name} begins`);
    await promise;
    log.push(`${name} ends`);
  };
  return { run, end: () => resolve(undefined) };
}

test('Work goes on side by side, but for what wants to be alone', async () => {
  const company = new Company();
  const log: string[] = [];
  const [a, b, alone, c] = [work('a', log), work('b', log), work('alone', log), work('c', log)];
  const done = Promise.all([company.together(a.run), company.together(b.run)]);
  await Promise.resolve();
  const rest = Promise.all([company.alone(alone.run), company.together(c.run)]);
  b.end();
  a.end();
  await done;
  alone.end();
  c.end();
  await rest;
  expect(log).toEqual(['a begins', 'b begins', 'b ends', 'a ends', 'alone begins', 'alone ends', 'c begins', 'c ends']);
});

test('What fails keeps nobody waiting, and fails for whoever asked for it', async () => {
  const company = new Company();
  const fails = async () => {
    throw new Error('no');
  };
  const failed = [company.together(fails), company.alone(fails)].map((one) => one.catch(String));
  expect(await Promise.all([...failed, company.alone(async () => 'alone'), company.together(async () => 'c')])).toEqual(['Error: no', 'Error: no', 'alone', 'c']);
});
