// Work fails and signals abort here: a rejection that nobody handles would end the program.
import { sleep } from '@teatime/core';
import { BoundedSemaphore, Semaphore } from '../semaphore.ts';

const semaphore = new Semaphore(1);
const fails = async (): Promise<never> => {
  await sleep(10);
  throw new Error('failed');
};
const atOnce = (): never => {
  throw new Error('failed at once');
};

await Promise.allSettled([
  semaphore.use(fails),
  semaphore.use(atOnce),
  semaphore.acquire({ signal: AbortSignal.timeout(5) }),
  semaphore.acquire({ signal: AbortSignal.abort() }),
  new BoundedSemaphore(1).use(fails),
]);
await sleep(20);
