// fails: hash-beats, every-hash, hashes-together, all-three, nothing-left, no-blocking-call
// An async arrow around the blocking hash: it still blocks.
import { sleep } from '@teatime/core';
import { pbkdf2Sync } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

/** Reads a text file. Rejects when there is no such file. */
export async function readText(path: string): Promise<string> {
  return await readFile(path, 'utf8');
}

export async function hashPassword(password: string, salt: string): Promise<string> {
  const work = async () => pbkdf2Sync(password, salt, 10_000, 32, 'sha256');
  const key = await work();
  return key.toString('hex');
}
