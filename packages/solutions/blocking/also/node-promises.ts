import * as crypto from 'node:crypto';
import { promises as files } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import * as util from 'node:util';

/** Node's own promises, whole modules imported, the file as bytes, the pause in two halves. */
export async function pause(ms: number): Promise<void> {
  await wait(ms / 2);
  await wait(ms / 2);
}

export const readText = async (path: string): Promise<string> => {
  const bytes = await files.readFile(path);
  return bytes.toString('utf-8');
};

export const hashPassword = async (password: string, salt: string): Promise<string> =>
  (await util.promisify(crypto.pbkdf2)(Buffer.from(password), Buffer.from(salt), 10000, 32, 'SHA256')).toString('hex');
