// fails: together, once
// Starts both as tasks and then calls both again to wait for them.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  createTask(boilWater());
  createTask(listenToMusic());
  const water = await boilWater();
  await listenToMusic();
  return water;
}
