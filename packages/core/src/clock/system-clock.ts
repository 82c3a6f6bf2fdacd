import type { Clock } from './clock.ts';

type Handle = ReturnType<typeof setTimeout>;

const handles = new Map<number, Handle>();
let lastId = 0;

/** Kept from before anybody could replace it: a block that goes by a clock that stands still would never end. */
const readRealTime = performance.now.bind(performance);

/**
 * The real clock. Timers and `Date` are looked up when they are used, so fake timers installed by a test library work.
 *
 * @example
 * const timer = systemClock.setTimer(() => console.log('The water boils!'), 3000);
 * systemClock.clearTimer(timer);
 */
export const systemClock: Clock = {
  now: () => Date.now(),

  setTimer: (callback, ms) => {
    const id = ++lastId;
    const fire = (): void => {
      handles.delete(id);
      callback();
    };
    handles.set(id, setTimeout(fire, ms));
    return id;
  },

  clearTimer: (id) => {
    clearTimeout(handles.get(id));
    handles.delete(id);
  },

  block: (ms) => {
    if (!sleepOnThread(ms)) spin(ms);
  },
};

/** Blocks without burning the processor, where that is allowed: not on a page's main thread. */
function sleepOnThread(ms: number): boolean {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    return true;
  } catch {
    return false;
  }
}

function spin(ms: number): void {
  const end = readRealTime() + ms;
  while (readRealTime() < end);
}
