// fails: music-too, once, errors
// Starts the music and never asks whether it is over.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const boiling = createTask(boilWater());
  createTask(listenToMusic());
  return await boiling;
}
