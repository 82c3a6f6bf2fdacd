// fails: missing-file
// Tries ten times to read a file that is not there.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

export async function readText(path: string): Promise<string> {
  for (let times = 1; ; times++) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if (times === 10) throw error;
    }
  }
}

/** Turns a password into 64 hexadecimal digits that are safe to store. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  const key = await hash(password, salt, 10_000, 32, 'sha256');
  return key.toString('hex');
}
