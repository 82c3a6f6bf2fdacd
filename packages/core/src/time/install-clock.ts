import type { Clock } from '../clock/clock.ts';
import { currentClock, makeCurrent } from '../clock/current-clock.ts';
import { enterLoop, leaveLoop } from '../task/loop.ts';
import { fakeFormats, fakeTemporalNow } from './fake-calendar.ts';
import { fakeDate } from './fake-date.ts';
import { fakeTimers } from './fake-timers.ts';

interface Installation {
  /** The clock that was current before. */
  readonly covered: Clock;
  readonly below: Installation | undefined;
  readonly putBack: () => void;
}

let latest: Installation | undefined;

/**
 * Makes a clock the one that everything goes by: `sleep` and its kin, and also the global `setTimeout`, `setInterval`,
 * `setImmediate` (a timer of 0 ms), what clears them, `Date`, `Temporal.Now`, `Intl.DateTimeFormat` where it is given no time,
 * `performance.now` and `AbortSignal.timeout`.
 * `queueMicrotask` stays as it is. Task names begin at Task-1 again.
 *
 * @param options.globals false where the globals of this realm are somebody else's and stay as they are: then only core goes by the clock
 * @returns what puts everything back, clocks included that were installed since; a second call of it has no effect
 *
 * @example
 * const clock = new VirtualClock();
 * const restore = installClock(clock);
 * setTimeout(() => console.log('The water boils!'), 3000);
 * while (clock.advance());
 * restore();
 */
export function installClock(clock: Clock, options: { readonly globals?: boolean } = {}): () => void {
  const { globals = true } = options;
  const loop = enterLoop('clock');
  const installation: Installation = { covered: currentClock(), below: latest, putBack: globals ? replaceGlobals(clock) : () => {} };
  latest = installation;
  makeCurrent(clock);
  return () => {
    const above = installedSince(installation);
    if (!above.includes(installation)) return;
    for (const { putBack } of above) putBack();
    latest = installation.below;
    makeCurrent(installation.covered);
    leaveLoop(loop);
  };
}

/** From the latest down to the one given, or down to the first of all when that one is gone. */
function installedSince(installation: Installation): readonly Installation[] {
  const found: Installation[] = [];
  for (let top = latest; top !== undefined && !found.includes(installation); top = top.below) found.push(top);
  return found;
}

function replaceGlobals(clock: Clock): () => void {
  const undo: (() => void)[] = [];
  const replace = (target: object, key: string, replacement: PropertyDescriptor): void => {
    const original = Object.getOwnPropertyDescriptor(target, key);
    const enumerable = original?.enumerable ?? false;
    Object.defineProperty(target, key, { enumerable, configurable: true, ...replacement });
    undo.push(() => {
      if (original === undefined) Reflect.deleteProperty(target, key);
      else Object.defineProperty(target, key, original);
    });
  };

  for (const [name, value] of Object.entries(fakeTimers(clock))) {
    // A browser has no setImmediate, and gets none.
    if (name in globalThis) replace(globalThis, name, { value, writable: true });
  }
  const readTime = (): number => clock.now();
  const origin = clock.now();
  const FakeDate = fakeDate(readTime);
  const formats = fakeFormats(readTime);
  // Browsers are not all as far.
  const temporalNow = 'Temporal' in globalThis ? fakeTemporalNow(readTime) : {};
  replace(globalThis, 'Date', { value: FakeDate, writable: true });
  replace(Date.prototype, 'constructor', { value: FakeDate, writable: true });
  for (const [name, value] of Object.entries(temporalNow)) replace(Temporal.Now, name, { value, writable: true });
  for (const [name, descriptor] of Object.entries(formats)) replace(Intl.DateTimeFormat.prototype, name, descriptor);
  replace(performance, 'now', { value: () => readTime() - origin, writable: true });
  replace(AbortSignal, 'timeout', { value: (ms: number) => abortAfter(clock, ms), writable: true });
  return () => {
    for (const step of undo.reverse()) step();
  };
}

/** As the real `AbortSignal.timeout`: the signal aborts by itself, and its timer cannot be cleared and keeps nobody waiting. */
function abortAfter(clock: Clock, ms: number): AbortSignal {
  const controller = new AbortController();
  const timer = clock.setTimer(() => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), ms);
  clock.keepWaiting?.(timer, false);
  return controller.signal;
}
