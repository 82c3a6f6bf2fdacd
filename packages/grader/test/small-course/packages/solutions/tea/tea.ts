import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(boilWater: () => Coroutine<string>, listenToMusic: () => Coroutine<void>): Promise<string> {
  const boiling = createTask(boilWater(), { name: 'boil water' });
  const listening = createTask(listenToMusic(), { name: 'listen to music' });
  const water = await boiling;
  await listening;
  return water;
}
