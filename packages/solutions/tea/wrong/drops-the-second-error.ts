// fails: early-errors
// Hears the error of whichever fails first, and then stops listening to the other one.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const listening = createTask(listenToMusic());
  const boiling = createTask(boilWater());
  await listening;
  return await boiling;
}
