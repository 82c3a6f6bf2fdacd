// fails: pause-beats, pauses-together
// Cuts off what is longer than a minute.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);

export async function pause(ms: number): Promise<void> {
  await sleep(ms > 60_000 ? 60_000 : ms);
}

/** Reads a text file. Rejects when there is no such file. */
export async function readText(path: string): Promise<string> {
  return await readFile(path, 'utf8');
}

/** Turns a password into 64 hexadecimal digits that are safe to store. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  const key = await hash(password, salt, 10_000, 32, 'sha256');
  return key.toString('hex');
}
