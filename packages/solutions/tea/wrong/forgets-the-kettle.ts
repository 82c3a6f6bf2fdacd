// fails: together, water, once, errors
// Waits for the music only and serves water of its own.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  createTask(boilWater());
  await createTask(listenToMusic());
  return '开水';
}
