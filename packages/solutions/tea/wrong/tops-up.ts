// fails: once
// Starts the kettle once more, just to have the result.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const boiling = createTask(boilWater());
  const listening = createTask(listenToMusic());
  const [water] = await Promise.all([createTask(boilWater()), boiling, listening]);
  return water;
}
