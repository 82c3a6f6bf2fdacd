// fails: together, once
// Takes a coroutine for a promise: the two calls start nothing, the awaits run one after the other.
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const boiling = boilWater();
  const listening = listenToMusic();
  const water = await boiling;
  await listening;
  return water;
}
