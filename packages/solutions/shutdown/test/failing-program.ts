// Orders fail, and so does the counter: a rejection that nobody handles would end the program.
import { sleep } from '@teatime/core';
import { serve } from '../shutdown.ts';

const late = async (): Promise<never> => {
  await sleep(10);
  throw new Error('failed');
};
const atOnce = (): never => {
  throw new Error('failed at once');
};

/** Gives one order, and does then what it is told. */
function counter(then: (signal: AbortSignal) => Promise<undefined>): (signal: AbortSignal) => Promise<string | undefined> {
  let isGiven = false;
  return async (signal) => {
    if (isGiven) {
      await then(signal);
      return undefined;
    }
    isGiven = true;
    return 'tea';
  };
}

const open = async (signal: AbortSignal): Promise<undefined> => {
  await sleep(1_000, { signal });
  return undefined;
};
const stopped = (): AbortSignal => AbortSignal.timeout(5);
const never = new AbortController().signal;

await Promise.allSettled([
  serve({ receive: counter(open), handle: late, stop: stopped(), drainMs: 0 }),
  serve({ receive: counter(open), handle: atOnce, stop: stopped(), drainMs: 20 }),
  serve({ receive: counter(open), handle: (_order, signal) => sleep(1_000, { signal }), stop: never, kill: stopped(), drainMs: 20 }),
  serve({ receive: counter(late), handle: late, stop: never, drainMs: 20 }),
  serve({ receive: atOnce, handle: late, stop: AbortSignal.abort(), drainMs: 20 }),
]);
await sleep(20);
