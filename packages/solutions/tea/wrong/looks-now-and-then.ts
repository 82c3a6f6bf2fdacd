// fails: together, water, music-too, once, errors
// Looks into the kettle every tenth of a second instead of waiting for it.
import { createTask, sleep } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const boiling = createTask(boilWater());
  const listening = createTask(listenToMusic());
  while (!boiling.done() || !listening.done()) {
    await sleep(100);
  }
  await listening;
  return await boiling;
}
