import type { Clock } from '../clock/clock.ts';
import { FakeImmediate, FakeTimeout, type TimerCallback } from './timer-handles.ts';

/** What `util.promisify` looks for. */
const promisified = Symbol.for('nodejs.util.promisify.custom');

/** The global timer functions, as Node has them, on another clock. */
export function fakeTimers(clock: Clock): Readonly<Record<string, object>> {
  const handles = new Map<number, FakeTimeout>();

  const setTimeout = (callback: TimerCallback, ms?: unknown, ...args: unknown[]): FakeTimeout =>
    new FakeTimeout(clock, handles, { callback, args, ms: nodeDelay(ms), repeats: false });

  const setInterval = (callback: TimerCallback, ms?: unknown, ...args: unknown[]): FakeTimeout =>
    new FakeTimeout(clock, handles, { callback, args, ms: nodeDelay(ms), repeats: true });

  const setImmediate = (callback: TimerCallback, ...args: unknown[]): FakeImmediate =>
    new FakeImmediate(clock, callback, args);

  // As in Node, one function stops both kinds, given the handle or its number.
  const clearTimer = (handle?: unknown): void => {
    const timer = handle instanceof FakeTimeout ? handle : handles.get(Number(handle));
    timer?.close();
  };

  const clearImmediate = (handle?: unknown): void => {
    if (handle instanceof FakeImmediate) handle[Symbol.dispose]();
  };

  return {
    setTimeout: Object.assign(setTimeout, {
      [promisified]: (ms: unknown, value: unknown) => new Promise((resolve) => setTimeout(resolve, ms, value)),
    }),
    clearTimeout: clearTimer,
    setInterval,
    clearInterval: clearTimer,
    setImmediate: Object.assign(setImmediate, {
      [promisified]: (value: unknown) => new Promise((resolve) => setImmediate(resolve, value)),
    }),
    clearImmediate,
  };
}

/** Node's rule for delays: whole milliseconds, and 1 for whatever is less than that, too long, or no number at all. */
function nodeDelay(ms: unknown): number {
  const delay = Number(ms);
  return delay >= 1 && delay <= 2 ** 31 - 1 ? Math.trunc(delay) : 1;
}
