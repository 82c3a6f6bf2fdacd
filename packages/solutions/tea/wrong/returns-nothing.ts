// fails: water
// Waits for both and forgets to return the water.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(boilWater: () => Coroutine<string>, listenToMusic: () => Coroutine<void>): Promise<void> {
  const boiling = createTask(boilWater());
  const listening = createTask(listenToMusic());
  await boiling;
  await listening;
}
