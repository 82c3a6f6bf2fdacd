// fails: reads
import { sleep } from '@teatime/core';

export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

export async function readText(path: string): Promise<string> {
  await sleep(20);
  return path;
}
