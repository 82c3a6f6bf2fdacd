// fails: water
// Returns the list of both results instead of the water.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(boilWater: () => Coroutine<string>, listenToMusic: () => Coroutine<void>) {
  return await Promise.all([createTask(boilWater()), createTask(listenToMusic())]);
}
