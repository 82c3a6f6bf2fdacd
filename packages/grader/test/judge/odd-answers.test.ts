import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/course/course.ts';
import { courseLayout } from '../../src/course/layout.ts';
import { readCourse } from '../../src/course/read-course.ts';
import { createJudge } from '../../src/judge/judge.ts';
import type { Judge } from '../../src/judge/suite-run.ts';
import { probeSandbox } from '../../src/sandbox/probe.ts';
import { stripTypes } from '../../src/source/strip-types.ts';
import type { Finding } from '../../src/verdict/finding.ts';
import { sampleOf } from '../support/thorough.ts';

/*
 * A beginner's function gives back anything at all. Whatever it is, no check may take it for a mistake of its own, and
 * no message may speak of the suite's code.
 */

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const { exercises } = await readCourse(root);

/** What a function can give by mistake, as an expression. */
const values = [
  'undefined', 'null', '5', "'tea'", '{ toString: null }', '[undefined]', '() => 5', 'class Cup {}', "Symbol('tea')",
  'new (class Cup { name = 5; then = 5 })()', 'Object.create(null)', 'new Proxy({}, { get() { throw null; } })',
  "Promise.reject(new Error('odd'))", 'Promise.reject(undefined)', 'new Promise(() => {})',
];

/** Things that look as if they could be looped over. */
const loops = [
  '[]', '{ [Symbol.asyncIterator]: 5 }', '{ [Symbol.asyncIterator]: () => {} }', '{ [Symbol.asyncIterator]: () => ({}) }',
  '{ [Symbol.asyncIterator]: () => ({ next: () => 5 }) }', '{ [Symbol.iterator]: () => ({ next: 5 }) }',
];

/** The few that a thing inside of another thing is tried with. */
const few = sampleOf(['undefined', '5', '{ toString: null }', "Promise.reject(new Error('odd'))"], 2);

/** A way to be odd, for the exported function `name`. */
interface Manner {
  readonly how: string;
  readonly tried: readonly string[];
  readonly code: (name: string, value: string) => string;
}

const functions: readonly Manner[] = [
  { how: 'is', tried: ['undefined', "'tea'"], code: (name, value) => `export const ${name} = ${value};` },
  { how: 'gives', tried: sampleOf(values, 3), code: (name, value) => `export function ${name}() { return ${value}; }` },
  { how: 'gives in time', tried: few, code: (name, value) => `export async function ${name}() { return ${value}; }` },
  { how: 'throws', tried: few.slice(0, 2), code: (name, value) => `export function ${name}() { throw ${value}; }` },
  {
    how: 'gives a list of',
    tried: few,
    code: (name, value) => `export async function ${name}(items) { return Array.from({ length: items?.length ?? 1 }, () => (${value})); }`,
  },
];

const thenable = (parameters: string, body: string): string => `export const coroutine = (fn) => (${parameters}) => ({ then(resolve, reject) { ${body} } });`;

const generator = (body: string): string => `export async function* asCompleted(tasks) { for (const task of tasks) { ${body} } }`;

const iterator = (next: string, rest = ''): string =>
  `export const asCompleted = (tasks) => ({ [Symbol.asyncIterator]() { return this; }, next() { ${next} }, ${rest} });`;

const firstResult = `return Promise.resolve(tasks[0]).then((value) => ({ done: false, value: { status: 'fulfilled', value } }));`;

const assistant = (eachJob: string, end: string): string =>
  `export async function assist(jobs, announce) { for (const { start } of jobs) { ${eachJob} } ${end} }`;

const loop = (members: string, sleep = 'right.sleep'): string =>
  `import * as right from './right.ts'; export const sleep = ${sleep}; export class EventLoop extends right.EventLoop { ${members} }`;

/** What only one exercise can do. */
const special: Readonly<Record<string, Readonly<Record<string, (value: string) => string>>>> = {
  coroutine: {
    'gives a function for': (value) => `export const coroutine = () => () => (${value});`,
    'has a then that is': (value) => `export const coroutine = () => () => ({ then: ${value} });`,
    'loses the arguments and resolves with': (value) => thenable('', `fn(); resolve(${value});`),
    'resolves with': (value) => thenable('...args', `Promise.resolve(fn(...args)).then(() => resolve(${value}), reject);`),
    'rejects with': (value) => thenable('...args', `Promise.resolve(fn(...args)).then(() => reject(${value}), reject);`),
  },
  'as-completed': {
    'comes with': (value) => generator(`await task; yield ${value};`),
    'rejects with': (value) => generator(`yield { status: 'rejected', reason: ${value} };`),
    'has a next that gives': (value) => iterator(`return ${value};`),
    'has a return that is': (value) => iterator(firstResult, `return: ${value}`),
    'has a return that gives': (value) => iterator(firstResult, `return() { return ${value}; }`),
  },
  assistant: {
    announces: (value) => assistant(`try { await start(); } catch {} announce(${value});`, 'return [];'),
    'never ends and announces under the name of': (value) =>
      assistant(`announce({ name: ${value}, status: 'fulfilled' });`, 'await new Promise(() => {});'),
  },
  'event-loop': {
    'has a createTask that gives': (value) => loop(`createTask(...args) { super.createTask(...args); return ${value}; }`),
    'has a createTask that throws': (value) => loop(`createTask() { throw ${value}; }`),
    'has a run that gives': (value) => loop(`run(main) { super.run(main); return ${value}; }`),
    'has a run that does nothing but give': (value) => loop(`run() { return ${value}; }`),
    'has a run that throws': (value) => loop(`run() { throw ${value}; }`),
    'has tasks with the name': (value) => loop(`createTask() { return { name: ${value} }; }`),
    'is made as': (value) => `export const sleep = () => 1; export class EventLoop { constructor() { return ${value}; } }`,
    'has methods that are': (value) => loop(`constructor(clock) { super(clock); this.run = this.createTask = ${value}; }`),
    'sleeps with': (value) => loop('', `() => (${value})`),
  },
};

/** What only the author of a suite could make something of: its own mistakes, and where they are. */
const ofTheSuite = [
  /mistake of its own|check is over|检查本身有错误/,
  /__vi_|\.suite\.ts|\/suites\/|packages\/|node:/,
  /TypeError: .*(?:not a function|not a constructor|iterable|Cannot (?:read|set|convert|destructure)|is not an object)/,
];

/** The answer's own mistake, with its place, or one of the solution that an odd answer for `event-loop` is made of. */
const ofTheAnswer = /reading '(?:outcome|sleepMs)'|^(?:Your code threw an error|你的代码抛出了错误).*[(（][\w-]+\.ts:\d+[)）]$/;

let judge: Judge;

beforeAll(async () => {
  judge = await createJudge({ sandbox: await probeSandbox(), suites: courseLayout(root).suites });
});

afterAll(() => judge[Symbol.asyncDispose]());

async function findings(id: string, code: string): Promise<readonly Finding[]> {
  const { exports = [], imports = [], checks = [] } = exercises.find((exercise) => exercise.id === id) ?? {};
  const files = [{ name: `${id}.ts`, source: code, code }];
  if (code.includes('./right.ts')) {
    const source = await readFile(`${root}/packages/solutions/${id}/${id}.ts`, 'utf8');
    files.push({ name: 'right.ts', source, code: stripTypes(source) });
  }
  const run = await judge.judge({ exercise: id, files, exports, imports, hasHidden: checks.some(({ hidden }) => hidden) });
  expect(run.trouble).toBeUndefined();
  return run.findings;
}

/** Checks that say of this answer what no student can use, with their words. */
async function blunders(id: string, code: string): Promise<readonly string[]> {
  const all = await findings(id, code);
  if (all.length === 0) return [`${code}: no finding`];
  if (all.every(({ status }) => status === 'passed')) return [`${code}: passed`];
  return all.flatMap(({ id: check, status, message }) => {
    const words = [message?.en ?? '', message?.['zh-CN'] ?? ''];
    const isBad = status !== 'passed' && words.some((text) => text === '' || (ofTheSuite.some((bad) => bad.test(text)) && !ofTheAnswer.test(text)));
    return isBad ? [`${check} on ${code}: ${words[0]}`] : [];
  });
}

/** Of an exercise: each way to be odd, with the answers that are. */
function oddities({ id, exports }: Exercise): readonly { readonly how: string; readonly codes: readonly string[] }[] {
  const whole = functions.map(({ how, tried, code }) => {
    const all = id === 'as-completed' && how === 'gives' ? [...tried, ...loops] : tried;
    return { how, codes: all.map((value) => exports.map((name) => code(name, value)).join(' ')) };
  });
  const parts = Object.entries(special[id] ?? {}).map(([how, code]) => ({ how, codes: few.map(code) }));
  return [...whole, ...parts];
}

/** All of them take a minute. Each run meets some, and names those that failed; ALL_ODD_ANSWERS=1 meets all. */
function someOf(codes: readonly string[]): readonly string[] {
  if (process.env['ALL_ODD_ANSWERS'] !== undefined) return codes;
  const first = randomInt(3);
  return codes.filter((_, index) => index % 3 === first % codes.length);
}

describe.each(exercises)('The suite of $id keeps its countenance when the answer', (exercise) => {
  test('is odd in any way', async () => {
    const codes = oddities(exercise).flatMap((one) => someOf(one.codes));
    const found = await Promise.all(codes.map((code) => blunders(exercise.id, code)));
    expect(found.flat()).toEqual([]);
  });
});

test('A function that gives nothing is told what it gave', async () => {
  for (const [id, code, said] of [
    ['coroutine', 'export function coroutine() {}', 'coroutine(fn) gave undefined, not a function. Is there a `return`?'],
    ['as-completed', 'export function asCompleted() {}', 'no `for await` can loop over that. Is there a `return`?'],
  ] as const) {
    if (!exercises.some((exercise) => exercise.id === id)) continue;
    for (const { message } of await findings(id, code)) expect(message?.en).toContain(said);
  }
});
