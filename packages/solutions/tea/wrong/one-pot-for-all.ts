// fails: water
// The water stands in a variable outside: with two teas at once, one guest gets the other one's.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

let water = '';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const boiling = createTask(boilWater()).then((boiled) => {
    water = boiled;
  });
  await Promise.all([boiling, createTask(listenToMusic())]);
  return water;
}
