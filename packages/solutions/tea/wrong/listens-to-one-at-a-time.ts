// fails: early-errors
// Waits for one task after the other: what the second one fails with meanwhile is heard by nobody.
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
