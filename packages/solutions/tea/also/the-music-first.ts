// The same the other way round.
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
