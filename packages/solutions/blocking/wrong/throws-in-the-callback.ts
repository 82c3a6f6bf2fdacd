// fails: missing-file, nothing-left
// Throws inside of the callback: nobody can catch that, and the promise waits for ever.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

export function readText(path: string): Promise<string> {
  return new Promise((resolve) => {
    readFile(path, 'utf8', (error, text) => {
      if (error) throw error;
      resolve(text);
    });
  });
}

/** Turns a password into 64 hexadecimal digits that are safe to store. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  const key = await hash(password, salt, 10_000, 32, 'sha256');
  return key.toString('hex');
}
