// fails: every-hash
// Remembers hashes by password and salt put together, so that `ab` with `c` is taken for `a` with `bc`.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);
const hashes = new Map<string, string>();

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

/** Reads a text file. Rejects when there is no such file. */
export async function readText(path: string): Promise<string> {
  return await readFile(path, 'utf8');
}

export async function hashPassword(password: string, salt: string): Promise<string> {
  const known = hashes.get(password + salt);
  if (known !== undefined) return known;
  const key = await hash(password, salt, 10_000, 32, 'sha256');
  hashes.set(password + salt, key.toString('hex'));
  return key.toString('hex');
}
