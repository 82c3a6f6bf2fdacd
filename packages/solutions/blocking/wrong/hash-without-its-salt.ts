// fails: hash-beats, every-hash, hashes-together
// Remembers the hash of a password, and forgets that it was made with a salt.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);
const hashes = new Map<string, Promise<string>>();

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

/** Reads a text file. Rejects when there is no such file. */
export async function readText(path: string): Promise<string> {
  return await readFile(path, 'utf8');
}

export function hashPassword(password: string, salt: string): Promise<string> {
  let known = hashes.get(password);
  if (known === undefined) {
    known = derive(password, salt);
    hashes.set(password, known);
  }
  return known;
}

async function derive(password: string, salt: string): Promise<string> {
  const key = await hash(password, salt, 10_000, 32, 'sha256');
  return key.toString('hex');
}
