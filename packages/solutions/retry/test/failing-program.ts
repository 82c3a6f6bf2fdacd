// Work fails, times are up and signals abort here: a rejection that nobody handles would end the program.
import { sleep } from '@teatime/core';
import { retry } from '../retry.ts';

const fails = async (): Promise<never> => {
  await sleep(5);
  throw new Error('failed');
};
const atOnce = (): never => {
  throw new Error('failed at once');
};
const listens = async (_: number, signal: AbortSignal): Promise<void> => await sleep(1_000, { signal });
const options = { attempts: 2, baseMs: 5 };

await Promise.allSettled([
  retry(fails, options),
  retry(atOnce, options),
  retry(listens, { ...options, attemptMs: 5 }),
  retry(listens, { ...options, signal: AbortSignal.timeout(5) }),
  retry(fails, { attempts: 2, baseMs: 1_000, random: () => 1, signal: AbortSignal.timeout(10) }),
  retry(fails, { signal: AbortSignal.abort() }),
]);
await sleep(20);
