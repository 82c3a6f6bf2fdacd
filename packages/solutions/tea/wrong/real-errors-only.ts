// fails: errors
// Lets an Error through, and swallows whatever else was thrown.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  try {
    const [water] = await Promise.all([createTask(boilWater()), createTask(listenToMusic())]);
    return water;
  } catch (error) {
    if (error instanceof Error) throw error;
    return '';
  }
}
