// Inputs fail here, first, last and all of them: a rejection that nobody handles would end the program.
import { coroutine, createTask, sleep } from '@teatime/core';
import { asCompleted } from '../as-completed.ts';

const works = coroutine(async (ms: number) => await sleep(ms));

const fails = coroutine(async (ms: number): Promise<never> => {
  await sleep(ms);
  throw new Error(`failed after ${ms} ms`);
});

for await (const { status } of asCompleted([works(50), fails(30), fails(1)].map((work) => createTask(work)))) {
  if (status === 'rejected') break;
}
await sleep(70);
