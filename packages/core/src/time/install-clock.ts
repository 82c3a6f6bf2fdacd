import { RuntimeError } from '../task/errors.ts';
import { enterLoop, leaveLoop } from '../task/loop.ts';
import { type Clock, currentClock, makeCurrent } from './clock.ts';
import { fakeDate } from './fake-date.ts';
import { fakeTimers } from './fake-timers.ts';

/** What an installed clock covers. */
interface Installation {
  readonly clock: Clock;
  readonly below: Installation | undefined;
}

let latest: Installation | undefined;

/**
 * Makes a clock the one that everything goes by: `sleep` and its kin, and also the global `setTimeout`, `setInterval`,
 * `setImmediate` (a timer of 0 ms), what clears them, `Date`, `performance.now` and `AbortSignal.timeout`.
 * `queueMicrotask` stays as it is. Task names begin at Task-1 again.
 *
 * @returns what puts everything back; a second call of it has no effect
 * @throws RuntimeError from the returned function, when another clock was installed since and is still there
 */
export function installClock(clock: Clock): () => void {
  const installation: Installation = { clock: currentClock(), below: latest };
  const loop = enterLoop('clock');
  const putBack = replaceGlobals(clock);
  makeCurrent(clock);
  latest = installation;
  let installed = true;
  return () => {
    if (!installed) return;
    if (latest !== installation) throw new RuntimeError('another clock was installed after this one: restore that one first');
    installed = false;
    latest = installation.below;
    makeCurrent(installation.clock);
    putBack();
    leaveLoop(loop);
  };
}

function replaceGlobals(clock: Clock): () => void {
  const undo: (() => void)[] = [];
  const replace = (target: object, key: string, value: unknown): void => {
    const original = Object.getOwnPropertyDescriptor(target, key);
    const enumerable = original?.enumerable ?? false;
    Object.defineProperty(target, key, { value, enumerable, writable: true, configurable: true });
    undo.push(() => {
      if (original === undefined) Reflect.deleteProperty(target, key);
      else Object.defineProperty(target, key, original);
    });
  };

  for (const [name, timer] of Object.entries(fakeTimers(clock))) {
    // A browser has no setImmediate, and gets none.
    if (name in globalThis) replace(globalThis, name, timer);
  }
  const readTime = (): number => clock.now();
  const origin = clock.now();
  replace(globalThis, 'Date', fakeDate(readTime));
  replace(performance, 'now', () => readTime() - origin);
  replace(AbortSignal, 'timeout', (ms: number) => abortAfter(clock, ms));
  return () => {
    for (const step of undo.reverse()) step();
  };
}

/** As the real `AbortSignal.timeout`: the signal aborts by itself, and its timer cannot be cleared. */
function abortAfter(clock: Clock, ms: number): AbortSignal {
  const controller = new AbortController();
  clock.setTimer(() => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), ms);
  return controller.signal;
}
