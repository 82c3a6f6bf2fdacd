// Inputs fail here, first, last and all of them: a rejection that nobody handles would end the program.
import { coroutine, sleep } from '@teatime/core';
import { makeTea } from '../tea.ts';

const works = coroutine(async (ms: number) => {
  await sleep(ms);
  return 'hot water';
});

const fails = coroutine(async (ms: number): Promise<never> => {
  await sleep(ms);
  throw new Error(`failed after ${ms} ms`);
});

const listens = coroutine(async (ms: number) => await sleep(ms));

await Promise.allSettled([
  makeTea(() => works(30), () => fails(1)),
  makeTea(() => fails(1), () => listens(30)),
  makeTea(() => fails(30), () => fails(1)),
  makeTea(() => fails(1), () => fails(30)),
]);
await sleep(50);
