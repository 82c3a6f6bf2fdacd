import { afterAll, expect, test } from 'vitest';
import { TimeAccount } from '../../src/submission/submission-time.ts';
import { LintWorker } from '../../src/lint/lint-worker.ts';
import { isThorough } from '../support/thorough.ts';
import { exercises, submissionOf } from './support/submissions.ts';

const worker = new LintWorker({ directory: exercises });
afterAll(() => worker[Symbol.asyncDispose]());

test('submissions are linted one after another, in a process of its own', async () => {
  const all = await Promise.all(['1', "'x'", '2'].map((value) => worker.lint(submissionOf(`export const n: number = ${value};`))));
  expect(all.map(({ findings: [types] }) => types?.status)).toEqual(['passed', 'failed', 'passed']);
});

test('what the files of one submission take is counted, and nothing is read when it is used up', async () => {
  const time = new TimeAccount(60_000);
  const { findings: [types] } = await worker.lint(submissionOf('export {};'), time);
  expect([types?.status, time.leftMs < 60_000]).toEqual(['passed', true]);
  const { findings: [late] } = await worker.lint(submissionOf('export {};'), new TimeAccount(0));
  expect(late).toMatchObject({ status: 'error', cause: 'time' });
  expect(late?.message?.en).toContain('the time for the whole submission');
  expect(late?.message?.['zh-CN']).toContain('整份提交的时间');
});

function doubling(): string {
  const lines = Array.from({ length: 20 }, (_, line) => `type Text${line + 1} = \`\${Text${line}}\${Text${line}}\`;`);
  return `type Text0 = '${'茶'.repeat(50_000)}';\n${lines.join('\n')}\nexport const text: Text14 = '';`;
}

function endlessType(): string {
  return `type List<N, T extends 0[] = []> = T['length'] extends N ? T : List<N, [...T, 0]>;
    type Power<A, D> = D extends [0, ...infer R] ? Power<A extends any ? [A, 1] | [A, 2] : never, R> : A;
    export const power: Power<1, List<16>> = 1 as never as Power<2, List<16>>;`;
}

/** A type that is one text of 400 million characters: ten times as long with every line. */
function hugeText(): string {
  const lines = Array.from({ length: 8 }, (_, line) => `type Text${line + 1} = \`${`\${Text${line}}`.repeat(10)}\`;`);
  return `type Text0 = '茶茶茶茶';\n${lines.join('\n')}\nexport const text: Text${lines.length} = 'tea';`;
}

const tooMuch: readonly [what: string, cause: RegExp, source: string, message: RegExp][] = [
  ['asks for a gigabyte at once', /^memory$/, hugeText(), /used up all memory/],
  ['doubles a text until nothing is left', /^memory$/, doubling(), /used up all memory/],
  // Which of the two it runs out of first is up to the machine.
  ['has a type that takes for ever', /^time$|^memory$/, endlessType(), /took too long|used up all memory/],
];

test.runIf(isThorough).each(tooMuch)('a submission that %s costs its own findings, not those of the next', async (_, cause, source, message) => {
  const [before, hopeless, after] = await Promise.all(
    ['export {};', source, 'export {};'].map((text) => worker.lint(submissionOf(text))),
  );
  expect([before, after].map((reply) => reply?.findings.map(({ status }) => status))).toEqual([['passed', 'passed'], ['passed', 'passed']]);
  expect(hopeless?.findings.map(({ status }) => status)).toEqual(['error', 'error']);
  expect(hopeless?.findings[0]).toMatchObject({ cause: expect.stringMatching(cause), message: { en: expect.stringMatching(message), 'zh-CN': expect.stringMatching(/[\u4E00-\u9FFF]/) } });
});
