// fails: water
// The tasks stand in variables outside, and are read a turn later: of two calls in one breath both wait for the second one's.
import { createTask, sleep } from '@teatime/core';
import type { Coroutine, Task } from '@teatime/core';

let boiling: Task<string>;
let listening: Task<void>;

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  boiling = createTask(boilWater());
  listening = createTask(listenToMusic());
  await sleep(0);
  const [water] = await Promise.all([boiling, listening]);
  return water;
}
