import { sleep } from '@teatime/core';
import { readFile } from 'node:fs/promises';

export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

export async function readText(path: string): Promise<string> {
  return await readFile(path, 'utf8');
}
