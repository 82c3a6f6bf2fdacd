// fails: once
// Remembers what a kettle gave, and serves it again instead of boiling.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

const teas = new Map<unknown, Promise<string>>();

export function makeTea(boilWater: () => Coroutine<string>, listenToMusic: () => Coroutine<void>): Promise<string> {
  const tea = teas.get(boilWater) ?? Promise.all([createTask(boilWater()), createTask(listenToMusic())]).then(([water]) => water);
  teas.set(boilWater, tea);
  return tea;
}
