// fails: once, errors
// Puts the kettle on a second time when the first time fails.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const boiling = createTask(boilWater()).catch(() => createTask(boilWater()));
  const [water] = await Promise.all([boiling, createTask(listenToMusic())]);
  return water;
}
