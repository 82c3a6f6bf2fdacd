// fails: together
// Makes the second task only after the first one was waited for.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const water = await createTask(boilWater());
  await createTask(listenToMusic());
  return water;
}
