import { blockFor } from '@teatime/core';
import { pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Does nothing for `ms` milliseconds. */
export async function pause(ms: number): Promise<void> {
  blockFor(ms);
}

/** Reads a text file. Rejects when there is no such file. */
export async function readText(path: string): Promise<string> {
  return readFileSync(path, 'utf8');
}

/** Turns a password into 64 hexadecimal digits that are safe to store. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  return pbkdf2Sync(password, salt, 10_000, 32, 'sha256').toString('hex');
}
