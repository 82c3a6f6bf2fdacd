// fails: hashes-together
// Keeps the salt outside of the function: of several calls in one breath, all take the last one.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);
let pinch = '';

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

/** Reads a text file. Rejects when there is no such file. */
export async function readText(path: string): Promise<string> {
  return await readFile(path, 'utf8');
}

export async function hashPassword(password: string, salt: string): Promise<string> {
  pinch = salt;
  await null;
  const key = await hash(password, pinch, 10_000, 32, 'sha256');
  return key.toString('hex');
}
