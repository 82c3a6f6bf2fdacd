import type { Coroutine } from '@teatime/core';

export async function makeTea(boilWater: () => Coroutine<string>, listenToMusic: () => Coroutine<void>): Promise<string> {
  const [water] = await Promise.all([boilWater(), listenToMusic()]);
  return water;
}
