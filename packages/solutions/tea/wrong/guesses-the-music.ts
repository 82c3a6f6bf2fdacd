// fails: music-too, errors
// Waits for the music a second longer than for the water, whatever it takes.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  const listening = createTask(listenToMusic());
  const water = await boilWater();
  let alarm: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([listening, new Promise((resolve) => (alarm = setTimeout(resolve, 1000)))]);
  clearTimeout(alarm);
  return water;
}
