// fails: hash-beats, every-hash, hashes-together, all-three
// Makes the hash fast instead of letting it give way: fewer rounds, another result.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

/** Reads a text file. Rejects when there is no such file. */
export async function readText(path: string): Promise<string> {
  return await readFile(path, 'utf8');
}

export async function hashPassword(password: string, salt: string): Promise<string> {
  const key = await hash(password, salt, 1, 32, 'sha256');
  return key.toString('hex');
}
