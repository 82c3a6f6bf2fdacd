// fails: read-beats, reads-together, text-intact, missing-file, all-three, nothing-left, no-blocking-call
// Forgets the file: two of the three are mended.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

export async function readText(path: string): Promise<string> {
  return readFileSync(path, 'utf8');
}

/** Turns a password into 64 hexadecimal digits that are safe to store. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  const key = await hash(password, salt, 10_000, 32, 'sha256');
  return key.toString('hex');
}
