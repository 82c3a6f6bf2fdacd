// fails: errors
// Music that failed while the water still boiled counts as over.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const listening = createTask(listenToMusic());
  listening.catch(() => {});
  const water = await createTask(boilWater());
  if (!listening.done()) await listening;
  return water;
}
