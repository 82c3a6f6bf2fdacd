import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

/** No async, no await: the same with `then`, and the music first. */
export function makeTea(boilWater: () => Coroutine<string>, listenToMusic: () => Coroutine<void>): Promise<string> {
  const listening = createTask(listenToMusic());
  const boiling = createTask(boilWater());
  return new Promise((resolve, reject) => {
    boiling.then((water) => listening.then(() => resolve(water), reject), reject);
    listening.then(undefined, reject);
  });
}
