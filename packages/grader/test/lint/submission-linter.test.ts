import { describe, expect, test } from 'vitest';
import { SubmissionLinter } from '../../src/lint/lint.ts';
import { librariesOnDisk } from '../../src/lint/types/libraries-on-disk.ts';
import { exercises, noCombinators, submissionOf } from './support/submissions.ts';

const linter = new SubmissionLinter(exercises, librariesOnDisk(exercises));

describe('a submission with nothing wrong in it', () => {
  test('passes every static check', () => {
    const source = "import { sleep } from '@teatime/core';\nexport const gather = async () => await sleep(1);\n";
    expect(linter.lint(submissionOf(source, [noCombinators]))).toEqual([
      { id: 'types', kind: 'types', status: 'passed' },
      { id: 'no-blocking-call', kind: 'lint', status: 'passed' },
      { id: 'restrictions', kind: 'lint', status: 'passed' },
    ]);
  });

  test('has no finding about restrictions where the exercise has none', () => {
    expect(linter.lint(submissionOf('export {};')).map(({ id }) => id)).toEqual(['types', 'no-blocking-call']);
  });

  test('may leave a variable unused', () => {
    expect(linter.lint(submissionOf('export function f(unused: number) { const x = 1; }'))[0]?.status).toBe('passed');
  });
});

describe('types', () => {
  test("are checked by TypeScript, whose own words are shown in the reader's language", () => {
    const [types] = linter.lint(submissionOf("export const ms: number = 'x';\n"));
    expect(types).toEqual({
      id: 'types',
      kind: 'types',
      status: 'failed',
      cause: 'wrong',
      message: {
        en: "TypeScript: Type 'string' is not assignable to type 'number'.",
        'zh-CN': 'TypeScript：不能将类型“string”分配给类型“number”。',
      },
      location: { file: 'gather.ts', line: 1, column: 14 },
    });
  });

  test('say what is wrong and why, and go no deeper', () => {
    const deep = 'type Cup = { tea: { leaves: { name: string } } };\nexport const cup: Cup = JSON.parse("") as { tea: { leaves: { name: number } } };\n';
    const [types] = linter.lint(submissionOf(deep));
    expect(types?.message?.en.split('\n')).toEqual([
      "TypeScript: Type '{ tea: { leaves: { name: number; }; }; }' is not assignable to type 'Cup'.",
      "  The types of 'tea.leaves.name' are incompatible between these types.",
    ]);
  });

  test.each([
    ['export function f(): number {}', 'can come to its end without a `return`'],
    ['export function f(x) { return x; }', 'Write the type behind the name'],
    ["import { Awaitable } from '@teatime/core';\nexport const x: Awaitable<number> = Promise.resolve(1);", 'write `type` in front of it'],
    ["import type { sleep } from '@teatime/core';\nexport const x = sleep(1);", 'Take the word `type` out of its import'],
    ['export function f(x: string): void;\nfunction g() {}\nexport function f(x: unknown) {}', 'Nothing may stand between'],
    ['export function f() { let w: null | (() => void) = null; [1].map(() => { w = () => {}; }); if (w) w(); }', 'what is assigned inside of another function'],
    ['declare function f(x: number): void; declare const n: () => number;\nf(n);\nexport {};', 'write `()` behind it'],
    ["import createTask from '@teatime/core';\nexport const x = createTask;", 'import { createTask } from "@teatime/core"'],
    ["import core from '@teatime/core';\nexport const x = core;", "import * as core from '@teatime/core';"],
    ["import { create_task } from '@teatime/core';\nexport const x = create_task;", "Did you mean 'createTask'?"],
    ["import { gather } from '@teatime/core';\nexport const x = gather;", 'Take it out of the import, or mend its spelling'],
    ["import * as core from '@teatime/core';\nexport const x = core.createtask;", "Did you mean 'createTask'?"],
    ['const boil = async () => 1;\nboil((error: unknown) => error);\nexport {};', 'It takes no callback: await the call'],
    ['const boil = async () => 1;\nboil(function (water: string) { return water; });\nexport {};', 'It takes no callback: await the call'],
    ['export const x = async () => { water = await 1; };', 'const water = …'],
    ['print("tea");\nexport {};', 'write `console.log(x)`'],
    ['export const x = None;', 'write `undefined`'],
    ['export const x = () => callback(null);', 'There is no callback here'],
    ['export const x = sleep(1);', "import { sleep } from '@teatime/core';"],
    ['export const [x] = Promise.all([1]);', 'write `await` in front of the promise'],
    ['for (const x of Promise.all([1])) console.log(x);\nexport {};', 'write `await` in front of the promise'],
    ['export const x = Promise.all([1])[0];', 'write `await` in front of the promise'],
    ["export const x = Promise.resolve('tea').length;", 'write `await` in front of the promise'],
    ["export const x: string = Promise.resolve('tea');", 'write `await` in front of the promise'],
    ["import { createTask, coroutine } from '@teatime/core';\nexport const x = createTask(coroutine(async () => 'tea')()).value;", 'write `await` in front of the promise'],
    ["await setTimeout(5);\nexport {};", 'To wait for some time, write `await sleep(ms)`'],
    ['const go = () => {};\nsetTimeout(go(), 5);\nexport {};', 'hand over a function, as in `() => …`'],
    ['declare function read(done: () => void): void;\nexport const x: string = await read(() => {});', 'If it takes a callback'],
  ])('say what to do where the words of TypeScript do not: %s', (source, advice) => {
    const [types] = linter.lint(submissionOf(source));
    expect(types?.message?.en).toContain(advice);
  });

  test('advise to import only what the exercise may import', () => {
    const [types] = linter.lint(submissionOf('export const x = [sleep(1), promisify];', [], ['node:util']));
    expect(types?.message?.en).not.toContain('@teatime/core');
    expect(linter.lint(submissionOf('export const x = promisify;', [], ['node:util']))[0]?.message?.en).toContain("import { promisify } from 'node:util';");
  });

  test('name no path of this machine', () => {
    const [types] = linter.lint(submissionOf("import createTask from '@teatime/core';\nimport core from '@teatime/core';\nexport { createTask, core };"));
    expect(`${types?.message?.en}${types?.message?.['zh-CN']}`).not.toMatch(/\w\/\w+\/\w+|index/);
  });

  test('say of overloads that do not fit why one of them does not', () => {
    const source = `declare function pour(cups: number): void;\ndeclare function pour(tea: 'oolong'): void;\npour({});\nexport {};\n`;
    const [types] = linter.lint(submissionOf(source));
    expect(types?.message?.en.split('\n')).toEqual([
      'TypeScript: No overload matches this call.',
      "  Argument of type '{}' is not assignable to parameter of type '\"oolong\"'.",
    ]);
  });

  test.each([
    ["import type { says } from '../../grader/suites/gather/says.ts';\nexport const told: typeof says = 1;\n", /^TypeScript: Cannot find module '[./\w]+'/],
    ["export const told: typeof import('../../grader/suites/gather/says.ts').says = 1;\n", /^TypeScript: Cannot find module '[./\w]+'/],
    ["export const told: typeof import('../../solutions/gather/gather.ts') = 1;\n", /^TypeScript: Cannot find module '[./\w]+'/],
    ['/// <reference path="../tea/tea.ts" />\n/// <reference path="/etc/passwd" />\nexport {};\n', undefined],
    ["import type * as core from '@teatime/core';\nexport const told: typeof core = 1;\n", /'typeof import\("@teatime\/core"/],
  ])('tell nothing of a file that is none of the submission\'s business: %j', (source, said) => {
    const [types] = linter.lint(submissionOf(source));
    if (said === undefined) expect(types?.status).toBe('passed');
    else expect(types?.message?.en).toMatch(said);
  });

  test('show the first error, count the others, and say in which lines they are', () => {
    const [types] = linter.lint(submissionOf("export const a: number = '';\nexport const b: number = '';\nnone();\n"));
    expect(types?.message?.en).toMatch(/\(and 2 more, in lines 2, 3\)$/);
    expect(types?.message?.['zh-CN']).toMatch(/（另有 2 处，在第 2、3 行）$/);
  });

  const silencers = [
    '// @ts-ignore', '// @ts-expect-error', '/* @ts-expect-error */', '//@ts-ignore', '/// @ts-ignore', '// \t@ts-ignore: why', '/**\n * @ts-ignore\n */',
    '/*\n   @ts-expect-error because */', '// @ts-nocheck', '// @TS-NoCheck', '//@Ts-Nocheck', '/// @TS-NOCHECK', '// @ts-nocheck: why', '// @ts-check\n// @ts-nocheck',
    '#!/usr/bin/env node\n// @ts-nocheck', '/* one */ // @tS-nOcHeCk',
  ];

  test.each(silencers)('are not silenced by %j', (comment) => {
    const [types] = linter.lint(submissionOf(`${comment}\nexport const ms: number = '';\n`));
    expect(types?.location).toEqual({ file: 'gather.ts', line: comment.split('\n').length + 1, column: 14 });
  });

  test('are not silenced in the middle of a line, of a list or of a template', () => {
    const source = "export const all: number[] = [\n  // @ts-ignore\n  '', `${/* @ts-ignore */\n  1}`,\n];\n";
    expect(linter.lint(submissionOf(source))[0]).toMatchObject({ location: { line: 3, column: 3 }, message: { en: expect.stringContaining('(and 1 more, in line 3)') } });
  });

  test.each([
    '/// <reference path="../../../grader/suites/tea.suite.ts" />', '/// <REFERENCE PATH="/etc/passwd" />', '/// <reference types="vitest" />', '/// <reference lib="dom" />',
    '/// <reference no-default-lib="true" />', '/// <reference nonsense="1" />', '/// <reference types="node" resolution-mode="never" />', '/// <amd-module name="a" />\n/// <amd-module name="b" />',
    '/// <amd-dependency path="../tea/tea.ts" />', '/** @jsx h */', '/** @jsxImportSource vitest */', '/* @JSXRuntime automatic */', '// @ts-check',
  ])('go by no other file and no other rules for %j', (comment) => {
    expect(linter.lint(submissionOf(`${comment}\nexport const ms: number = 1;\n`))[0]).toMatchObject({ status: 'passed' });
    const [types] = linter.lint(submissionOf(`${comment}\nexport const here = document;\n`));
    expect(types?.location).toEqual({ file: 'gather.ts', line: comment.split('\n').length + 1, column: 21 });
  });

  test('cross the files of a submission, each under the name that the student gave it', () => {
    const job = submissionOf({
      'gather.ts': "import { twice } from './twice.ts';\nexport const four: number = twice(2);\n",
      'twice.ts': "export const twice = (n: number): number => n * 2;\nexport const no: string = twice('2');\n",
    });
    expect(linter.lint(job)[0]?.location).toEqual({ file: 'twice.ts', line: 2, column: 14 });
  });

  test('of one submission say nothing about the next', () => {
    linter.lint(submissionOf('declare global { interface PromiseConstructor { mine: 1 } }\nexport {};'));
    expect(linter.lint(submissionOf('export const mine = Promise.mine;'))[0]?.status).toBe('failed');
  });
});

/** All that Node has under a global name, and a mistake at the end of each. */
const globalsOfNode = `
  process.stdin.on('data', (chunk) => process.stdout.write(chunk)); process.stdout.columns.oops;
  process.on('exit', (code) => code.oops); process.on('message', (message) => message); process.argv.map((argument) => argument.oops);
  process.nextTick((n: number) => n.oops, 1); process.hrtime.bigint().oops; process.memoryUsage().rss.oops; process.exitCode.oops;
  fetch('x').then((reply) => reply.json()).then((json) => json); fetch('x').then((reply) => reply.oops);
  new URL('x').searchParams.forEach((value, key) => [value.oops, key.oops]); performance.now().oops; performance.mark('x').oops;
  setTimeout((n: number) => n.oops, 1, 2).oops; setInterval(() => {}).unref().oops; setImmediate(() => {}).oops; queueMicrotask(5);
  new AbortController().signal.addEventListener('abort', (event) => event.oops); AbortSignal.timeout(1).oops; structuredClone({ a: 1 }).oops;
  crypto.subtle.digest('SHA-256', new Uint8Array(1)).then((digest) => digest.oops); crypto.randomUUID().oops; Buffer.from('x').oops;
  new MessageChannel().port1.on('message', (message) => message); new MessageChannel().port1.oops; new TextEncoder().encode('x').oops;
  new ReadableStream({ start(controller) { controller.oops; } }); new Blob(['x']).text().then((text) => text.oops);
  new EventTarget().addEventListener('x', (event) => event.oops); new WebSocket('x').oops; console.table(5).oops; new URLPattern({}).oops;
  navigator.hardwareConcurrency.oops; new CompressionStream('gzip').oops; import.meta.dirname.oops; new Event('x').oops;
`;

describe('Declarations of Node', () => {
  test('that a submission cannot name are not read, which changes no word about it', () => {
    const words = (imports: readonly string[]) => {
      const { submission, restrictions } = submissionOf(globalsOfNode);
      return linter.lint({ submission: { ...submission, imports }, restrictions })[0];
    };
    expect(words([])).toEqual(words(['node:vm']));
    expect(words([])?.message?.en).toMatch(/and \d\d more/);
  });

  test('that the exercise lets a submission import are read', () => {
    const { submission, restrictions } = submissionOf(`import { runInThisContext } from 'node:vm';\nexport const wrong: number = runInThisContext;`);
    const [types] = linter.lint({ submission: { ...submission, imports: ['node:vm'] }, restrictions });
    expect(types?.message?.en).toMatch(/RunningCodeOptions|not assignable to type 'number'/);
  });
});

describe('no-blocking-call', () => {
  test('is a finding with its place and its replacement, in both languages', () => {
    const source = "import { blockFor } from '@teatime/core';\nexport async function gather() {\n  blockFor(5);\n}\n";
    const finding = linter.lint(submissionOf(source)).find(({ id }) => id === 'no-blocking-call');
    expect(finding).toMatchObject({ status: 'failed', location: { file: 'gather.ts', line: 3, column: 3 } });
    expect(finding?.message?.en).toContain('`await sleep(…)`');
    expect(finding?.message?.['zh-CN']).toContain('阻塞事件循环');
  });

  test('cannot be switched off by a comment', () => {
    const source =
      "/* eslint-disable */\nimport { blockFor } from '@teatime/core';\n" +
      'export async function gather() {\n  blockFor(5); // eslint-disable-line\n}\n';
    expect(linter.lint(submissionOf(source))[1]).toMatchObject({ status: 'failed', location: { line: 4 } });
  });
});

describe('restrictions', () => {
  test('say what is not allowed, and why, as the author of the exercise put it', () => {
    const finding = linter.lint(submissionOf('export const x = Promise.all([]);', [noCombinators]))[2];
    expect(finding).toEqual({
      id: 'restrictions',
      kind: 'lint',
      status: 'failed',
      cause: 'refused',
      message: {
        en: '`Promise.all` is not allowed in this exercise. Write it yourself.',
        'zh-CN': '这个练习里不能用 `Promise.all`。请自己写。',
      },
      location: { file: 'gather.ts', line: 1, column: 26 },
    });
  });
});

describe('a file that cannot be read', () => {
  test('is skipped when its syntax is broken: the gate tells about that', () => {
    const statuses = linter.lint(submissionOf('export const = ;', [noCombinators])).map(({ status }) => status);
    expect(statuses).toEqual(['skipped', 'skipped', 'skipped']);
  });

  test('is an error with a message when it is nested too deeply for any parser', () => {
    const deep = `export const x = ${'('.repeat(50_000)}1${')'.repeat(50_000)};`;
    for (const finding of linter.lint(submissionOf(deep))) {
      expect(finding).toMatchObject({ status: 'error', message: { en: /./, 'zh-CN': /./ } });
    }
  });
});
