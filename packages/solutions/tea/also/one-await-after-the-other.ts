// As in the lesson: one await after the other. An error that comes early is heard by nobody, which this exercise leaves open.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const boiling = createTask(boilWater());
  const listening = createTask(listenToMusic());
  const water = await boiling;
  await listening;
  return water;
}
