// fails: together, water, music-too, once, errors
// Knows that the lesson takes three seconds, and waits three seconds.
import { sleep } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  await sleep(3000);
  return 'hot water';
}
