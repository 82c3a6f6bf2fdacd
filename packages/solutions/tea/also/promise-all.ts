import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

/** The JavaScript habit: two tasks, one Promise.all. */
export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const [water] = await Promise.all([createTask(boilWater()), createTask(listenToMusic())]);
  return water;
}
