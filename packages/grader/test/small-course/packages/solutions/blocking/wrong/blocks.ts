// fails: pause-beats, read-beats, no-blocking-call
import { blockFor } from '@teatime/core';
import { readFileSync } from 'node:fs';

export async function pause(ms: number): Promise<void> {
  blockFor(ms);
}

export async function readText(path: string): Promise<string> {
  return readFileSync(path, 'utf8');
}
