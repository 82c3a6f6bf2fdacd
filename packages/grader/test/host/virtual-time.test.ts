import { sleep } from '@teatime/core';
import { describe, expect, test } from 'vitest';
import { submit } from '../bridge/submissions.ts';

/* A submission that goes by whatever clock, and waits for whatever works elsewhere, is in virtual time all the same. */

const clocks: readonly (readonly [what: string, readMs: string])[] = [
  ['Date.now', 'Date.now()'],
  ['a new Date', 'new Date().getTime()'],
  ['Date called as a function', 'Date.parse(Date())'],
  ['the Date behind a date', 'new Date(0).constructor.now()'],
  ['the Date behind Date', '(Object.getPrototypeOf(Date).now ?? Date.now)()'],
  ['a Date that extends Date', 'new (class extends Date {})().getTime()'],
  ['performance.now', 'performance.now()'],
  ['an event', "new Event('tick').timeStamp"],
  ['Temporal.Now.instant', 'Temporal.Now.instant().epochMilliseconds'],
  ['Temporal.Now.plainDateTimeISO', "Temporal.Now.plainDateTimeISO('UTC').toZonedDateTime('UTC').epochMilliseconds"],
  ['Intl.DateTimeFormat', "Number(new Intl.DateTimeFormat('en', { fractionalSecondDigits: 3 }).format())"],
  ['process.hrtime', '(([s, ns]) => s * 1000 + ns / 1e6)(process.hrtime())'],
  ['process.hrtime.bigint', 'Number(process.hrtime.bigint() / 1000000n)'],
  ['process.uptime', 'process.uptime() * 1000'],
  ['two clocks in turn', '(globalThis.turn = !globalThis.turn) ? Date.now() : Temporal.Now.instant().epochMilliseconds'],
];

test.each(clocks)('a loop that watches %s is told, wherever it stands', async (_, readMs) => {
  const { use, check } = submit(`
    const read = () => ${readMs};
    function* steps() {
      const begin = read();
      while (read() - begin < 30) yield;
    }
    export const pause = async () => { for (const _ of steps()); };
  `);
  const { elapsed, spunMs, death } = await check(async () => use('pause')());
  expect(death).toBeUndefined();
  expect(spunMs).toBeGreaterThanOrEqual(29);
  expect(elapsed).toBe(spunMs);
});

test.each(clocks.filter(([what]) => what !== 'Date called as a function'))('%s stands still while the code works, and goes on with the timers', async (_, readMs) => {
  const { use, check } = submit(`
    import { sleep } from '@teatime/core';
    const read = () => ${readMs};
    export async function measure() {
      const begin = read();
      for (let i = 0, x = 0; i < 1e6; i++) x += Math.sqrt(i);
      const worked = read() - begin;
      await sleep(20);
      return [worked, Math.round(read() - begin)];
    }
  `);
  expect((await check(async () => use('measure')())).value).toEqual([0, 20]);
});

const elsewhere: readonly (readonly [what: string, wait: string])[] = [
  ['a digest', "crypto.subtle.digest('SHA-256', new Uint8Array(1e5))"],
  ['a digest that is refused', "crypto.subtle.digest('none', new Uint8Array(1)).catch(() => {})"],
  ['a key', "crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, true, ['sign'])"],
  ['random bytes', "new Promise((resolve) => randomBytes(16, resolve))"],
  ['a random number', "new Promise((resolve) => randomInt(16, resolve))"],
  ['setImmediate', 'new Promise((resolve) => setImmediate(resolve))'],
  ['a file', "access('tea.txt')"],
  ['scheduler.yield', 'scheduler.yield()'],
];

test.each(elsewhere)('who polls on %s waits in virtual time, and always as long', async (_, wait) => {
  const { use, check } = submit(`
    import { randomBytes, randomInt } from 'node:crypto';
    import { access } from 'node:fs/promises';
    import { scheduler } from 'node:timers/promises';
    export async function poll(job) {
      let over = false;
      void job().then(() => (over = true));
      while (!over) await ${wait};
      return 'over';
    }
  `);
  for (const _round of [1, 2]) {
    const { value, elapsed } = await check(async () => use('poll')(() => sleep(5)), { files: { 'tea.txt': '' } });
    expect([value, elapsed]).toEqual(['over', 5]);
  }
});

describe('Atomics.wait', () => {
  const waiting = (wait: string): string => `
    const cell = new Int32Array(new SharedArrayBuffer(8));
    export const wait = () => ${wait};
  `;

  test('holds up the whole thread for its time, and says how it went', async () => {
    const { use, check } = submit(waiting('[Atomics.wait(cell, 0, 0, 250), Atomics.wait(cell, 0, 1, 250)]'));
    expect(await check(async () => use('wait')())).toMatchObject({ value: ['timed-out', 'not-equal'], elapsed: 250 });
  });

  test('takes what it always took', async () => {
    const { use, check } = submit(waiting('Atomics.wait(new Int32Array(2), 0, 0, 1)'));
    expect((await check(async () => use('wait')())).error).toBeInstanceOf(TypeError);
  });
});

test('console.time tells virtual time', async () => {
  const { use, check } = submit(`
    import { sleep } from '@teatime/core';
    export async function brew() { console.time('tea'); await sleep(1500); console.timeLog('tea', 'still'); console.timeEnd('tea'); console.timeEnd('tea'); }
  `);
  expect((await check(async () => use('brew')())).output).toEqual(['tea: 1500ms still', 'tea: 1500ms']);
});

test('structuredClone copies, and hands over nothing that works elsewhere', async () => {
  const { use, check } = submit(`
    export function copy() {
      const stream = new ReadableStream();
      const bytes = new ArrayBuffer(8);
      const copied = structuredClone({ at: new Date(0), bytes }, { transfer: [bytes] });
      try { structuredClone(stream, { transfer: [stream] }); } catch (error) { return [copied.at.getTime(), copied.bytes.byteLength, bytes.byteLength, error.name]; }
    }
  `);
  expect((await check(async () => use('copy')())).value).toEqual([0, 8, 0, 'TypeError']);
});

test('streams, signals and events do as they always did', async () => {
  const { use, check } = submit(`
    export async function all() {
      const controller = new AbortController();
      const heard = new Promise((resolve) => controller.signal.addEventListener('abort', (event) => resolve(event.type)));
      setTimeout(() => controller.abort(), 10);
      const parts = [];
      const source = new ReadableStream({ async pull(to) { await new Promise((resolve) => setTimeout(resolve, 5)); to.enqueue('tea'); if (parts.length > 0) to.close(); } });
      for await (const part of source.pipeThrough(new TextEncoderStream()).pipeThrough(new TextDecoderStream())) parts.push(part);
      return [await heard, parts.join(' ')];
    }
  `);
  expect((await check(async () => use('all')())).value).toEqual(['abort', expect.stringContaining('tea')]);
});

test('What is drawn by lot is the same in every check, and not the same twice in one', async () => {
  const { use, check } = submit('export const draw = () => [Math.random(), Math.random()];');
  const first = (await check(async () => use('draw')())).value;
  const second = (await check(async () => use('draw')())).value;
  expect(first).toEqual([expect.any(Number), expect.any(Number)]);
  expect(new Set([first].flat()).size).toBe(2);
  expect(second).toEqual(first);
});
