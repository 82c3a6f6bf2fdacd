import { coroutine, createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

async function background<T>(work: Coroutine<T>): Promise<T> {
  return await work;
}

/** A coroutine function itself, as `main` is in the lesson; an async function starts its coroutine without createTask. */
export const makeTea: (
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
) => Coroutine<string> = coroutine(async (boilWater, listenToMusic) => {
  const music = createTask(coroutine(async () => await background(listenToMusic()))());
  const water = createTask(boilWater());
  await Promise.allSettled([music, water]);
  await music;
  return await water;
});
