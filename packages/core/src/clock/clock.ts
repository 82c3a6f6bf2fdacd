/**
 * Where time comes from, as `loop.time` and `loop.call_later` of asyncio's event loop. All durations are milliseconds.
 *
 * @example
 * const twiceAsFast: Clock = { ...systemClock, setTimer: (callback, ms) => systemClock.setTimer(callback, ms / 2) };
 * const restore = installClock(twiceAsFast);
 * await sleep(seconds(2)); // takes one
 * restore();
 */
export interface Clock {
  /** Milliseconds since 1970, as `Date.now()` gives them. */
  now(): number;
  /** Calls back once, `ms` milliseconds from now at the earliest, never before this returns. */
  setTimer(callback: () => void, ms: number): number;
  /** Forgets a timer; one that has fired, or never was, is no error. */
  clearTimer(id: number): void;
  /** The timer keeps nobody waiting from now on, or does so again: it goes off all the same. Mirrors `unref` and `ref` of Node's timers. */
  keepWaiting?(id: number, keeps: boolean): void;
  /** Holds up the whole thread: time passes and nothing else happens. */
  block(ms: number): void;
  /** Milliseconds since this clock began. Unlike `now`, asking has no effect on a clock that ticks when it is read. */
  elapsed?(): number;
}
