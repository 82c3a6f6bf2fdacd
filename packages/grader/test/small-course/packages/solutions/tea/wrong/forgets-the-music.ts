// fails: together, music-too
import type { Coroutine } from '@teatime/core';

export async function makeTea(boilWater: () => Coroutine<string>, listenToMusic: () => Coroutine<void>): Promise<string> {
  void listenToMusic;
  return await boilWater();
}
