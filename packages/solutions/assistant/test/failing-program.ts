// Inputs fail here, first, last and all of them: a rejection that nobody handles would end the program.
import { coroutine, sleep } from '@teatime/core';
import { assist } from '../assistant.ts';

const works = coroutine(async (ms: number) => {
  await sleep(ms);
  return 'done';
});

const fails = coroutine(async (ms: number): Promise<never> => {
  await sleep(ms);
  throw new Error(`failed after ${ms} ms`);
});

const jobs = [() => works(50), () => fails(30), () => fails(1)].map((start) => ({ name: 'job', start }));
await assist(jobs, () => {});
await Promise.allSettled([
  assist(jobs, () => {
    throw new Error('nobody is there to hear of it');
  }),
]);
await sleep(70);
