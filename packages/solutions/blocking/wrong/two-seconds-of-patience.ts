// fails: read-beats, reads-together, missing-file, all-three, nothing-left
// Gives up on files that take longer than two seconds.
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
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`${path} takes too long`)), 2000);
    readFile(path, 'utf8', (error, text) => {
      clearTimeout(patience);
      if (error) reject(error);
      else resolve(text);
    });
  });
}

/** Turns a password into 64 hexadecimal digits that are safe to store. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  const key = await hash(password, salt, 10_000, 32, 'sha256');
  return key.toString('hex');
}
