// fails: errors
// Catches every error and pretends that there is water.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const boiling = createTask(boilWater());
  const listening = createTask(listenToMusic());
  try {
    const water = await boiling;
    await listening;
    return water;
  } catch {
    return 'hot water';
  }
}
