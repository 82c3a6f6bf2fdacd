// fails: together, water, music-too, errors
// Takes whatever is done first.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const tasks: Promise<string | void>[] = [boilWater, listenToMusic].map(async (make) => await createTask<string | void>(make()));
  return String(await Promise.race(tasks));
}
