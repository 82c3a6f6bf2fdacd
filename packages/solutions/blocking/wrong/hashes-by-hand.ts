// fails: hash-beats
// Computes the hash by hand, ten thousand rounds on the one thread: virtual time does not see it.
import { sleep } from '@teatime/core';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

/** Reads a text file. Rejects when there is no such file. */
export async function readText(path: string): Promise<string> {
  return await readFile(path, 'utf8');
}

/** Turns a password into 64 hexadecimal digits that are safe to store. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  let block = createHmac('sha256', password).update(salt).update(Buffer.from([0, 0, 0, 1])).digest();
  const key = Buffer.from(block);
  for (let round = 1; round < 10_000; round++) {
    block = createHmac('sha256', password).update(block).digest();
    for (const [i, byte] of block.entries()) key[i] = (key[i] ?? 0) ^ byte;
  }
  return key.toString('hex');
}
