// Inputs fail here, first, last and all of them: a rejection that nobody handles would end the program.
import { coroutine, createTask, sleep } from '@teatime/core';
import { gather } from '../gather.ts';

const works = coroutine(async (ms: number) => await sleep(ms));

const fails = coroutine(async (ms: number): Promise<never> => {
  await sleep(ms);
  throw new Error(`failed after ${ms} ms`);
});

await Promise.allSettled([
  gather([works(50), fails(30), fails(1)]),
  gather([createTask(works(30)), createTask(fails(1)), fails(50)]),
  gather([fails(1), Promise.reject(new Error('at once'))], { returnExceptions: true }),
]);
await sleep(70);
