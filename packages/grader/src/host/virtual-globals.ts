import { type Clock, sleep } from '@teatime/core';
import { members, refused } from './globals.ts';
import { currentHost } from './modules/host.ts';
import type { RealWork } from './real-work.ts';

/*
 * What tells the time, or lets it pass, and is not the clock's own affair (`installClock` of core sees to timers, `Date`,
 * Temporal and Intl): here it goes by virtual time, too.
 */

/** To be called before the realm is locked. */
export function makeVirtual(clock: Clock, realWork: RealWork): void {
  define(globalThis, 'performance', virtualPerformance(clock));
  Object.defineProperty(Event.prototype, 'timeStamp', { get: () => performance.now(), configurable: true });
  define(Atomics, 'wait', virtualWait(clock));
  for (const name of members.Atomics.refused) define(Atomics, name, refused(`Atomics.${name}`));
  define(globalThis, 'structuredClone', cloneWithoutPorts(structuredClone));
  makeSubtleCryptoVirtual(realWork);
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

/** Its `now` is replaced when the clock is installed. */
function virtualPerformance(clock: Clock): object {
  const elapsed = (): number => clock.elapsed?.() ?? 0;
  const origin = (): number => clock.now() - elapsed();
  const virtual = { now: elapsed, toJSON: () => ({ timeOrigin: origin() }) };
  Object.defineProperty(virtual, 'timeOrigin', { get: origin, enumerable: true, configurable: true });
  for (const name of members.performance.refused) define(virtual, name, refused(`performance.${name}`));
  return virtual;
}

/** Holds up the whole thread, as it does in life. There is no other thread that could wake this one. */
function virtualWait(clock: Clock): (array: Int32Array, index: number, value: number, ms?: number) => string {
  const wait = Atomics.wait.bind(Atomics);
  return (array, index, value, ms = Infinity) => {
    // Who waits for ever waits for ever.
    if (!(Number(ms) < Infinity)) return wait(array, index, value);
    const now = wait(array, index, value, 0);
    if (now === 'timed-out') clock.block(Math.min(Math.max(0, Number(ms)), longestMs));
    return now;
  };
}

const longestMs = 2 ** 31 - 1;

/** A stream or a port that is handed over speaks with its other end in real time. */
function cloneWithoutPorts(clone: typeof structuredClone): typeof structuredClone {
  return (value, options) => {
    const transfer: readonly unknown[] = options?.transfer ?? [];
    if (!transfer.every((item) => item instanceof ArrayBuffer)) throw new TypeError('structuredClone cannot hand over anything but an ArrayBuffer');
    return clone(value, options);
  };
}

/** What takes as long as `pbkdf2` of `node:crypto` does. */
const derivations: ReadonlySet<string> = new Set(['deriveBits', 'deriveKey']);

/**
 * Web Crypto works on threads of its own. The turn does not end before they have done their work, and then it takes virtual
 * time: none, or as long as deriving a key does.
 */
function makeSubtleCryptoVirtual(realWork: RealWork): void {
  const subtle: object = globalThis.crypto.subtle;
  const prototype: object = Object.getPrototypeOf(subtle);
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const method: unknown = Reflect.get(prototype, name);
    if (name === 'constructor' || typeof method !== 'function') continue;
    define(prototype, name, async (...args: readonly unknown[]): Promise<unknown> => {
      try {
        return await realWork.track(Promise.resolve(Reflect.apply(method, subtle, args)));
      } finally {
        await sleep(derivations.has(name) ? currentHost().world().hashMs : 0);
      }
    });
  }
}
