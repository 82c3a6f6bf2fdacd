// fails: text-intact, missing-file
// Reads each file only once, also when it has changed.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);
const texts = new Map<string, Promise<string>>();

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

export function readText(path: string): Promise<string> {
  let known = texts.get(path);
  if (known === undefined) {
    known = readFile(path, 'utf8');
    texts.set(path, known);
  }
  return known;
}

/** Turns a password into 64 hexadecimal digits that are safe to store. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  const key = await hash(password, salt, 10_000, 32, 'sha256');
  return key.toString('hex');
}
