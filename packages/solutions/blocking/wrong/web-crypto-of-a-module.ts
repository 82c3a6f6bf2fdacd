// fails: restrictions
// Takes Web Crypto from a module.
import { webcrypto } from 'node:crypto';
import { sleep } from '@teatime/core';
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
  const bytes = new TextEncoder();
  const key = await webcrypto.subtle.importKey('raw', bytes.encode(password), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', salt: bytes.encode(salt), iterations: 10_000, hash: 'SHA-256' };
  return Buffer.from(await webcrypto.subtle.deriveBits(how, key, 256)).toString('hex');
}
