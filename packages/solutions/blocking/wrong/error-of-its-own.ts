// fails: missing-file
// Throws an error of its own in the place of the one that the file system gave.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
export async function pause(ms: number): Promise<void> { await sleep(ms); }
export async function readText(path: string): Promise<string> {
  try { return await readFile(path, 'utf8'); } catch (e) { throw new Error('file not found'); }
}
export async function hashPassword(password: string, salt: string): Promise<string> {
  return (await promisify(pbkdf2)(password, salt, 10_000, 32, 'sha256')).toString('hex');
}
