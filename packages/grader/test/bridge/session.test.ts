import { coroutine, createTask, sleep } from '@teatime/core';
import { describe, expect, test } from 'vitest';
import { causeOf, submit } from './submissions.ts';

describe('Code in a process of its own', () => {
  test('lives in the time of the suite', async () => {
    const { use, check } = submit(`
      import { sleep } from '@teatime/core';
      export async function nap(ms) { const begin = Date.now(); await sleep(ms); return Date.now() - begin; }
    `);
    expect(await check(async () => use('nap')(3000))).toMatchObject({ value: 3000, elapsed: 3000, unhandled: [] });
  });

  test('runs side by side with the tasks of the suite, which come back as themselves', async () => {
    const { use, check } = submit(`
      export async function both(tasks) { for (const task of tasks) await task; return tasks; }
    `);
    const nap = coroutine(async (ms: number) => sleep(ms));
    const { value, elapsed } = await check(async () => {
      const tasks = [createTask(nap(30)), createTask(nap(20))];
      const result = await use('both')(tasks);
      return Array.isArray(result) && result.every((task, index) => task === tasks[index]);
    });
    expect([value, elapsed]).toEqual([true, 30]);
  });

  test('is called back in the middle of its work, and calls back in its turn', async () => {
    const { use, check } = submit(`export const twice = (f) => f((x) => f((y) => x + y));`);
    const seen: unknown[] = [];
    await check(async () => use('twice')((inner: (x: number) => unknown) => {
      seen.push(typeof inner);
      return inner(1);
    }));
    expect(seen).toEqual(['function', 'function']);
  });

  test('gives objects whose methods have their `this`, as a class would, whatever they are made of', async () => {
    const { use, check } = submit(`
      export async function each(body) {
        const controller = new AbortController();
        const pot = {
          cups: 0,
          signal: controller.signal,
          get empty() { return this.cups === 0; },
          async fill(cups) { this.cups += cups; controller.abort('full'); return this; },
        };
        await body(pot, { list: [pot] });
        return pot.cups;
      }
    `);
    const seen: unknown[] = [];
    const { value } = await check(async () => use('each')(async (
      pot: { readonly cups: number; readonly empty: boolean; readonly signal: AbortSignal; fill(cups: number): Promise<unknown> },
      inside: { readonly list: readonly unknown[] },
    ) => {
      seen.push(pot.empty, inside.list[0] === pot, (await pot.fill(2)) === pot, pot.cups, pot.empty, pot.signal.reason);
    }));
    expect(seen).toEqual([true, true, true, 2, false, 'full']);
    expect(value).toBe(2);
  });

  test('hands on what the suite gave it to call as the data that it was', async () => {
    const { use, check } = submit(`export const handOn = (steps, take) => take(steps[0], steps);`);
    const steps = Object.freeze([Object.freeze({ name: 'fill', start: () => 'filled' })]);
    const { value } = await check(async () => use('handOn')(steps, (one: unknown, all: unknown) => [one, all]));
    expect(value).toEqual([steps[0], steps]);
  });

  test('is sent more than a pipe takes at once, and what comes after in its order', async () => {
    const { use, check } = submit(`
      const seen = [];
      export const note = (text) => { seen.push(text.length); };
      export const told = () => seen;
    `);
    const lengths = [3, 700_000, 5, 900_000, 7];
    const { value } = await check(async () => {
      for (const length of lengths) use('note')('x'.repeat(length));
      return use('told')();
    });
    expect(value).toEqual(lengths);
  });

  test('runs what it put off after each call of the suite, and after the last of several that are one turn', async () => {
    const { use, check, session } = submit(`
      const log = [];
      export const note = (text) => { log.push(text); Promise.resolve().then(() => log.push('after ' + text)); };
      export const told = () => [...log];
      export const failing = () => { throw new RangeError('no'); };
    `);
    const [note, told] = [use('note'), use('told')];
    const { value } = await check(async () => {
      const one = session.atOnce(() => [note('a'), note('b'), told()].at(-1));
      note('c');
      note('d');
      return [one, told()];
    });
    expect(value).toEqual([['a', 'b'], ['a', 'b', 'after a', 'after b', 'c', 'after c', 'd', 'after d']]);
    const within = await check(async () => session.atOnce(() => session.atOnce(() => [note('a'), told()])));
    expect(within.value).toEqual([undefined, ['a']]);
    expect((await check(async () => session.atOnce(() => use('failing')()))).error).toMatchObject({ name: 'RangeError' });
    const own = new Error('of the suite');
    expect((await check(async () => session.atOnce(() => { throw own; }))).error).toBe(own);
  });

  test('hears of a signal that aborts at once, also in the middle of a turn', async () => {
    const { use, check, session } = submit(`
      const log = [];
      export const listen = (signal) => signal.addEventListener('abort', () => { log.push(signal.reason); Promise.resolve().then(() => log.push('after it')); });
      export const note = (text) => { log.push(text); };
      export const ask = (f) => { f(); log.push('answered'); };
      export const told = () => [...log];
    `);
    const { value } = await check(async () => {
      const [one, other, last] = [new AbortController(), new AbortController(), new AbortController()];
      for (const { signal } of [one, other, last]) use('listen')(signal);
      session.atOnce(() => {
        use('note')('before');
        one.abort('stop');
        use('note')('behind');
      });
      use('ask')(() => other.abort('asked'));
      last.abort('alone');
      return use('told')();
    });
    expect(value).toEqual(['before', 'stop', 'behind', 'after it', 'asked', 'answered', 'after it', 'alone', 'after it']);
  });

  test('hears of promises that were settled within a turn after it', async () => {
    const { use, check, session } = submit(`
      export const log = [];
      export const listen = async (promise) => { log.push(await promise); };
      export const told = () => [...log, 'asked'];
    `);
    const { value } = await check(async () => {
      const gate = Promise.withResolvers<string>();
      void use('listen')(gate.promise);
      const early = session.atOnce(() => {
        gate.resolve('open');
        return use('told')();
      });
      await sleep(1);
      return [early, use('told')()];
    });
    expect(value).toEqual([['asked'], ['open', 'asked']]);
  });

  test('that ends within a turn of several calls ends the check', async () => {
    const { use, check, session } = submit(`export const quit = () => process.exit(0); export const fine = () => 1;`);
    expect(causeOf(await check(async () => session.atOnce(() => [use('fine')(), use('quit')(), use('fine')()])))).toBe('exit');
  });

  test('is loaded anew for every check', async () => {
    const { use, check } = submit(`let count = 0; export const next = () => ++count;`);
    expect(await check(async () => [use('next')(), use('next')()])).toMatchObject({ value: [1, 2] });
    expect(await check(async () => use('next')())).toMatchObject({ value: 1 });
  });

  test('may have files of its own', async () => {
    const { use, check } = submit(`import { double } from './double.ts'; export const quadruple = (x) => double(double(x));`, {
      'double.ts': 'export const double = (x) => 2 * x;',
    });
    expect(await check(async () => use('quadruple')(3))).toMatchObject({ value: 12 });
  });

  test('shows what it prints, its top level once', async () => {
    const { use, check } = submit(`console.log('loaded'); export const say = (x) => console.log('said', x);`);
    expect((await check(async () => use('say')({ a: 1 }))).output).toEqual(['loaded', 'said { a: 1 }']);
    expect((await check(async () => use('say')('\u001b[2J'))).output).toEqual(['said ␛[2J']);
  });

  test('cannot flood the terminal', async () => {
    const { use, check } = submit(`export const shout = () => { for (let i = 0; i < 1000; i++) console.log('x'.repeat(50)); };`);
    const { output } = await check(async () => use('shout')());
    expect(output.length).toBeLessThanOrEqual(201);
    expect(output.at(-1)).toBe('…');
  });
});

describe('Time that is blocked', () => {
  test('passes without a timer going off', async () => {
    const { use, check } = submit(`import { blockFor } from '@teatime/core'; export async function freeze(ms) { blockFor(ms); }`);
    const beats: number[] = [];
    await check(async (clock) => {
      const beat = setInterval(() => beats.push(clock.elapsed()), 10);
      await use('freeze')(35);
      await sleep(10);
      clearInterval(beat);
    });
    expect(beats[0]).toBe(35);
  });

  test('is told from a file that is read without blocking', async () => {
    const { use, check } = submit(`
      import { readFileSync } from 'node:fs';
      import { readFile } from 'node:fs/promises';
      export async function wrong(path) { return readFileSync(path, 'utf8'); }
      export async function right(path) { return readFile(path, 'utf8'); }
    `);
    const world = { files: { 'tea.txt': 'oolong' }, readMs: 40 };
    const beatsDuring = async (name: string): Promise<unknown> => {
      let beats = 0;
      const { value } = await check(async () => {
        const beat = setInterval(() => beats++, 10);
        const text = await use(name)('tea.txt');
        clearInterval(beat);
        return text;
      }, world);
      return [value, beats];
    };
    expect(await beatsDuring('right')).toEqual(['oolong', 3]);
    expect(await beatsDuring('wrong')).toEqual(['oolong', 0]);
  });

  test('ends a loop that watches the clock, and is counted', async () => {
    const { use, check } = submit(`export function wait(ms) { const end = Date.now() + ms; while (Date.now() < end); return 'over'; }`);
    expect(await check(async () => use('wait')(500))).toMatchObject({ value: 'over', elapsed: 500, spunMs: 500 });
  });

  test('is not counted for code that reads the clock now and then', async () => {
    const { use, check } = submit(`export function look() { for (let i = 0; i < 100; i++) Date.now(); performance.now(); }`);
    expect(await check(async () => use('look')())).toMatchObject({ elapsed: 0, spunMs: 0 });
  });
});

describe('An error', () => {
  test('names the place in the file of the student', async () => {
    const { use, check, session } = submit(`\nexport function boil() {\n  return kettle.boil();\n}\n`);
    const { error } = await check(async () => use('boil')());
    expect(session.blame(error)).toMatchObject({
      name: 'ReferenceError',
      message: 'kettle is not defined',
      location: { file: 'answer.ts', line: 3, column: 3 },
    });
  });

  test('that nobody handles is told', async () => {
    const { use, check } = submit(`export function drop() { Promise.reject(new Error('dropped')); return 1; }`);
    expect(await check(async () => use('drop')())).toMatchObject({ value: 1, unhandled: [{ message: 'dropped' }] });
  });

  describe('of a promise that somebody is resolved with', () => {
    /** A lazy thenable, as short as one can be: `resolve` is called with whatever fn gives. */
    const lazy = `export const lazy = (fn) => ({ then(resolve) { resolve(fn()); } });`;
    const { promise: late, reject } = Promise.withResolvers<never>();

    test.each([
      ['rejects at once', () => Promise.reject(new Error('no water'))],
      ['rejects a microtask later', () => Promise.resolve().then(() => Promise.reject(new Error('no water')))],
      ['rejects in the course of time', () => sleep(20).then(() => Promise.reject(new Error('no water')))],
      ['is kept and rejects by somebody else', () => {
        setTimeout(() => reject(new Error('no water')), 10);
        return late;
      }],
    ])('reaches whoever awaits, and is handled by that: it %s', async (_how, fn) => {
      const { use, check } = submit(lazy);
      const { error, unhandled } = await check(async () => await use('lazy')(fn));
      expect(error).toMatchObject({ message: 'no water' });
      expect(unhandled).toEqual([]);
    });

    test('is told when the promise of the suite is dropped instead', async () => {
      const { use, check } = submit(`export const drop = (fn) => { fn(); };`);
      const { unhandled } = await check(async () => {
        use('drop')(() => sleep(20).then(() => Promise.reject(new Error('no water'))));
        await sleep(50);
      });
      expect(unhandled).toMatchObject([{ message: 'no water' }]);
    });
  });

  test('thrown by a timer is told, and harms no other check', async () => {
    const { use, check } = submit(`
      export function late() { setTimeout(() => { throw new Error('late'); }, 10); }
      export const fine = () => 'fine';
    `);
    const late = await check(async () => {
      use('late')();
      await sleep(20);
    });
    expect(late).toMatchObject({ unhandled: [{ message: 'late' }] });
    expect(await check(async () => use('fine')())).toMatchObject({ value: 'fine', unhandled: [] });
  });

  test('of the suite comes back as itself', async () => {
    const { use, check } = submit(`export async function pass(promise) { try { await promise; } catch (error) { throw error; } }`);
    const spilt = new Error('spilt');
    expect((await check(async () => use('pass')(Promise.reject(spilt)))).error).toBe(spilt);
  });
});

describe('Code that cannot go on', () => {
  test('because of an endless loop costs its own check only', async () => {
    const { use, check } = submit(`export function loop() { for (;;); } export const fine = () => 'fine';`);
    expect(causeOf(await check(async () => use('loop')()))).toBe('hang');
    expect(await check(async () => use('fine')())).toMatchObject({ value: 'fine' });
  });

  test.each([
    ['an endless loop', `export function stick() {\n  for (;;);\n}`, 'stick'],
    ['an endless loop of microtasks', `export async function stick() {\n  for (;;) await null;\n}`, 'stick'],
    ['an endless loop in a callback', `export function stick(call) { call(function inner() {\n for (;;);\n}); }`, 'inner'],
    ['endless work', `function fib(n) {\n  return n < 2 ? n : fib(n - 1) + fib(n - 2);\n}\nexport const stick = () => fib(99);`, 'fib'],
  ])('because of %s says where', async (_what, code, functionName) => {
    const { use, check } = submit(code);
    const { death } = await check(async () => use('stick')((call: () => void) => call()));
    expect(death).toMatchObject({ cause: 'hang', location: { file: 'answer.ts', line: 2 }, functionName });
  });

  test('because of a wait for another thread says where, and that it does not even work', async () => {
    const { use, check } = submit(`export function stick() {\n  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);\n}`);
    const { death } = await check(async () => use('stick')());
    expect(death).toMatchObject({ cause: 'standstill', location: { file: 'answer.ts', line: 2 }, functionName: 'stick' });
  });

  test('because it waits for nothing is a deadlock, told at once', async () => {
    const { use, check } = submit(`export const wait = () => new Promise(() => {});`);
    expect((await check(async () => use('wait')())).error).toMatchObject({ name: 'DeadlockError' });
  });

  test('but work in real time is waited for', async () => {
    const { use, check } = submit(`
      export async function digest(bytes) { return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)); }
    `);
    const { value } = await check(async () => use('digest')(new Uint8Array([1, 2, 3])));
    expect(value).toHaveLength(32);
  });

  test('and deriving a key takes its virtual time, whichever way it is asked for', async () => {
    const { use, check } = submit(`
      export async function derive() {
        const key = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']);
        await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(8), iterations: 10 }, key, 256);
      }
    `);
    expect(await check(async () => use('derive')(), { hashMs: 70 })).toMatchObject({ elapsed: 70, unhandled: [] });
  });

  test('because it has ended the process', async () => {
    const { use, check } = submit(`export function leave() { process.exit(0); } export const fine = () => 'fine';`);
    expect(causeOf(await check(async () => use('leave')()))).toBe('exit');
    expect(await check(async () => use('fine')())).toMatchObject({ value: 'fine' });
  });

  test('because its timers never end', async () => {
    const { use, check } = submit(`export function tick() { setInterval(() => {}, 1); }`);
    const ticking = await check(async () => {
      use('tick')();
      await sleep(1e6);
    });
    // On a busy machine the time for the check may be over before so many timers have gone off.
    expect(causeOf(ticking)).toMatch(/^(?:endless-timer|check-budget)$/);
  });

  test('because an export is missing says which one', async () => {
    const { use, check } = submit(`export const gahter = 1;`);
    expect((await check(async () => use('gather')([]))).death).toEqual({
      cause: 'missing-export',
      file: 'answer.ts',
      name: 'gather',
      instead: { what: 'other-name', exported: 'gahter' },
    });
  });

  test.each([
    ['throws', `throw new TypeError('no tea');`, { cause: 'load-error', blame: { name: 'TypeError', message: 'no tea' } }],
    ['never ends', `for (;;);`, { cause: 'load-hang', location: { file: 'answer.ts', line: 1 } }],
    ['exits', `process.exit(0);`, { cause: 'exit' }],
    ['waits for ever', `await new Promise(() => {});`, { cause: 'load-waits', location: { file: 'answer.ts', line: 1, column: 1 } }],
    ['imports what it may not', `import 'node:http';`, { cause: 'load-error' }],
  ])('because its top level %s', async (_what, code, death) => {
    const { use, check } = submit(`${code}\nexport const gather = () => 1;`);
    expect((await check(async () => use('gather')())).death).toMatchObject(death);
    // It ends the same way for every check, and quickly.
    expect((await check(async () => use('gather')())).death).toMatchObject(death);
  });
});

describe('The student process', () => {
  test.each([
    ['read a file', `(await import('node:fs')).readFileSync('/etc/hostname')`],
    ['see the environment', `process.env.PATH ?? (() => { throw new Error('there is none'); })()`],
    ['reach the network', `await fetch('http://127.0.0.1:9')`],
    ['build code out of text', `new Function('return 1')()`],
  ])('cannot %s', async (_what, expression) => {
    const { use, check } = submit(`export async function attempt() { return ${expression}; }`);
    expect((await check(async () => use('attempt')())).error).toBeInstanceOf(Error);
  });
});

describe('A stack', () => {
  test('that is printed shows places in the files of the student only, by their names', async () => {
    const { use, check } = submit(`export async function boil() {\n  console.log(new Error('spilt'));\n}\n`);
    const { output } = await check(async () => use('boil')());
    expect(output.slice(0, 2)).toEqual(['Error: spilt', '    at boil (answer.ts:2:15)']);
    expect(output.join()).not.toMatch(/teatime:|node:|student:/);
  });

  test('that is part of a message does so too', async () => {
    const { use, check, session } = submit(`export function boil() {\n  throw new Error(new Error('spilt').stack);\n}\n`);
    const { error } = await check(async () => use('boil')());
    expect(session.blame(error)?.message).toBe('Error: spilt\n    at boil (answer.ts:2:19)');
  });
});

describe('What an exercise forbids', () => {
  const code = `const promises = (async () => {})()[['constr', 'uctor'].join('')];
    export const together = (list) => promises[['a', 'll'].join('')](list);
    export const first = (list) => promises[['ra', 'ce'].join('')](list);`;

  test('works as ever, and its use is told', async () => {
    const { use, check, session } = submit(code, {}, ['Promise.all']);
    expect((await check(async () => use('together')([1, 2]))).value).toEqual([1, 2]);
    expect((await check(async () => use('first')([3]))).value).toBe(3);
    expect(session.used).toEqual(['Promise.all']);
  });

  test('is nothing where nothing is forbidden', async () => {
    const { use, check, session } = submit(code);
    expect((await check(async () => use('together')([1, 2]))).value).toEqual([1, 2]);
    expect(session.used).toEqual([]);
  });
});
