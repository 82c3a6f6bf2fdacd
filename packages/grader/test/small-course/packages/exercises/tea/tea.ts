import type { Coroutine } from '@teatime/core';

/** Puts the kettle on and listens to music while the water boils. */
export async function makeTea(boilWater: () => Coroutine<string>, listenToMusic: () => Coroutine<void>): Promise<string> {
  throw new Error('makeTea is empty. Begin with createTask(boilWater()) · makeTea 还是空的，先写 createTask(boilWater())');
}
