import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

/**
 * Puts the kettle on and listens to music while the water boils.
 *
 * @returns what `boilWater` gave, once the water has boiled and the music is over
 */
export async function makeTea(
  boilWater: () => Coroutine<string>,
  listenToMusic: () => Coroutine<void>,
): Promise<string> {
  // Both are started before anything is waited for: that is the whole trick.
  const boiling = createTask(boilWater(), { name: 'boil water' });
  const listening = createTask(listenToMusic(), { name: 'listen to music' });

  // At once, and not one after the other: an error of the music while the water boils would be heard by nobody.
  const [water] = await Promise.all([boiling, listening]);
  return water;
}
