// fails: together
// A second call of makeTea waits until the first one is done.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

let last: Promise<unknown> = Promise.resolve();

export function makeTea(boilWater: () => Coroutine<string>, listenToMusic: () => Coroutine<void>): Promise<string> {
  const tea = last.then(async () => {
    const [water] = await Promise.all([createTask(boilWater()), createTask(listenToMusic())]);
    return water;
  });
  last = tea.catch(() => {});
  return tea;
}
