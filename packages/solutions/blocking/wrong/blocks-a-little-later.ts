// fails: pause-beats, pauses-together, all-three, nothing-left, no-blocking-call
// Moves the blocking call into a timer: it blocks one turn later, as long as before.
import { blockFor } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      blockFor(ms);
      resolve();
    }, 0);
  });
}

/** Reads a text file. Rejects when there is no such file. */
export async function readText(path: string): Promise<string> {
  return await readFile(path, 'utf8');
}

/** Turns a password into 64 hexadecimal digits that are safe to store. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  const key = await hash(password, salt, 10_000, 32, 'sha256');
  return key.toString('hex');
}
