import { describe, expect, test } from 'vitest';
import { sampleOf } from '../support/thorough.ts';
import { submit } from './submissions.ts';

// Limits are processor time: on a busy machine that is much more of real time.
/** Each way to hang, on the second line of the file, as the function `stick`. */
const hangs = {
  'an endless loop': `function stick() { for (;;); }`,
  'an endless loop of microtasks': `async function stick() { for (;;) await null; }`,
  'an endless iterator': `function stick() { for (const one of { [Symbol.iterator]: () => ({ next: function stick() { return { value: 1 }; } }) }); }`,
  'a wait on the clock without an end': `function stick() { while (Date.now() > 0); }`,
  'a wait for another thread': `function stick() { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); }`,
  'exponential work': `function stick(n = 99) { return n < 2 ? n : stick(n - 1) + stick(n - 2); }`,
};

/** Each place to hang in: while the file is loaded, in a call, in a function that the suite was given. */
const places = {
  'while it is loaded': { top: 'await stick();', use: '' },
  'in a call': { top: '', use: 'return stick();' },
  'in a callback': { top: '', use: 'return call(() => stick());' },
};

const ways = Object.entries(hangs).flatMap(([hang, code]) => Object.entries(places).map(([place, parts]) => ({ hang, place, code, ...parts })));

/** A submission that hangs in some way. */
function stuck({ code, top, use }: { code: string; top: string; use: string }): ReturnType<typeof submit> {
  return submit(`\n${code}\n${top}\nexport async function f(call) { ${use} }`);
}

const callBack = (call: () => unknown): unknown => call();

describe('Code that hangs', () => {
  test.each(sampleOf(ways, 5))('by $hang $place is found where it hangs', async (way) => {
    const { use, check } = stuck(way);
    const { death } = await check(async () => use('f')(callBack));
    const location = { file: 'answer.ts', line: 2 };
    const working = way.top === '' ? 'hang' : 'load-hang';
    expect(death).toMatchObject({ cause: way.hang === 'a wait for another thread' ? 'standstill' : working, location, functionName: 'stick' });
  });

  test.each(Object.entries(places))('by recursion without an end %s is told where', async (_place, parts) => {
    const { use, check, session } = stuck({ code: 'function stick() { return stick() + 1; }', ...parts });
    const { death, error } = await check(async () => use('f')(callBack));
    const blame = death?.cause === 'load-error' ? death.blame : session.blame(error);
    expect(blame).toMatchObject({ name: 'RangeError', location: { file: 'answer.ts', line: 2 } });
  });

  test.each(sampleOf([
    ['output', 'console.log("boiling");'],
    ['calls of what it was given', 'call();'],
  ], 2))('by a loop of %s is found where it loops', async (_what, body) => {
    const { use, check } = submit(`\nexport function f(call) { for (;;) ${body} }`);
    const { death } = await check(async () => use('f')(() => {}));
    expect(['hang', 'flood']).toContain(death?.cause);
    expect(death).toMatchObject({ location: { file: 'answer.ts', line: 2 } });
  });

  test('by a promise that never settles is a deadlock, however it came about', async () => {
    for (const parts of [places['in a call'], places['in a callback']]) {
      const { use, check } = stuck({ code: 'function stick() { return new Promise(() => {}); }', ...parts });
      expect((await check(async () => use('f')(callBack))).error).toMatchObject({ name: 'DeadlockError' });
    }
    const { use, check } = stuck({ code: 'function stick() { return new Promise(() => {}); }', ...places['while it is loaded'] });
    expect((await check(async () => use('f')(callBack))).death).toMatchObject({ cause: 'load-waits' });
  });

  test('in a wait on the clock that ends is told where it waited', async () => {
    const { use, check } = submit(`\nexport function f(ms) { const end = Date.now() + ms; while (Date.now() < end); }`);
    expect(await check(async () => use('f')(900))).toMatchObject({ spunMs: 900, spunAt: { file: 'answer.ts', line: 2 } });
  });

  test('again and again costs the checks that hang, and no other', async () => {
    const { use, check } = submit(`export function f() { for (;;); }\nexport const g = () => 1;`);
    for (let round = 0; round < 3; round++) {
      expect(await check(async () => use('f')())).toMatchObject({ death: { cause: 'hang', location: { line: 1 }, functionName: 'f' } });
      expect(await check(async () => use('g')())).toMatchObject({ value: 1 });
    }
  });
});
