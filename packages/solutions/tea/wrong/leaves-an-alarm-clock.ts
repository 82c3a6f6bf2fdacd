// fails: together
// Sets an alarm clock for a minute, and never stops it.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  setTimeout(() => {}, 60_000);
  const [water] = await Promise.all([createTask(boilWater()), createTask(listenToMusic())]);
  return water;
}
