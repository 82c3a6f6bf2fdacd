// Starts its work so often that a drawing of it has thousands of rows. Earns nothing.
import { createTask } from '@teatime/core';
export async function makeTea(boilWater: never, listenToMusic: never) {
  const start = (work: () => never) => Array.from({ length: 1500 }, () => createTask(work()));
  start(listenToMusic);
  return await start(boilWater)[0];
}
