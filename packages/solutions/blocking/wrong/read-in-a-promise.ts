// fails: read-beats, reads-together, text-intact, missing-file, all-three, nothing-left, no-blocking-call
// Wraps the blocking read in new Promise: the function given to it runs at once, and blocks.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import * as fs from 'node:fs';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

export function readText(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    try {
      resolve(fs.readFileSync(path, 'utf8'));
    } catch (error) {
      reject(error);
    }
  });
}

/** Turns a password into 64 hexadecimal digits that are safe to store. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  const key = await hash(password, salt, 10_000, 32, 'sha256');
  return key.toString('hex');
}
