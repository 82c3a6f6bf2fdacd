// fails: water
// Takes an empty text for no water at all.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const [water] = await Promise.all([createTask(boilWater()), createTask(listenToMusic())]);
  return water || 'hot water';
}
