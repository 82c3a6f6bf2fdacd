// fails: all-three
// While a file is read nothing is hashed, and the other way round.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);
let reading: Promise<unknown> = Promise.resolve();
let hashing: Promise<unknown> = Promise.resolve();

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

/** Reads a text file. Rejects when there is no such file. */
export async function readText(path: string): Promise<string> {
  const text = hashing.then(() => readFile(path, 'utf8'));
  reading = Promise.allSettled([reading, text]);
  return await text;
}

/** Turns a password into 64 hexadecimal digits that are safe to store. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  const result = reading.then(() => hash(password, salt, 10_000, 32, 'sha256'));
  hashing = Promise.allSettled([hashing, result]);
  const key = await result;
  return key.toString('hex');
}
