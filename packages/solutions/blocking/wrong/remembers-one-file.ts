// fails: reads-together
// Keeps the path in a variable outside of the function: while one file is being read, the next call changes it.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);
let current = '';

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

export async function readText(path: string): Promise<string> {
  current = path;
  await stat(current);
  return await readFile(current, 'utf8');
}

/** Turns a password into 64 hexadecimal digits that are safe to store. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  const key = await hash(password, salt, 10_000, 32, 'sha256');
  return key.toString('hex');
}
