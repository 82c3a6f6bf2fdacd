// fails: hash-beats, every-hash, hashes-together, all-three, nothing-left
// Returns before the callback was called: the result is still empty.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
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
  let result = '';
  pbkdf2(password, salt, 10_000, 32, 'sha256', (error, key) => {
    if (!error) result = key.toString('hex');
  });
  return result;
}
