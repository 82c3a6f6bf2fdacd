import { createTask } from '@teatime/core';
import type { Coroutine, Task } from '@teatime/core';

/** Somebody hears of every error, so that both can be awaited one after the other. */
function heard<T>(work: Coroutine<T>): Task<T> {
  const task = createTask(work);
  task.catch(() => {});
  return task;
}

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const boiling = heard(boilWater());
  const listening = heard(listenToMusic());
  const water = await boiling;
  await listening;
  return water;
}
