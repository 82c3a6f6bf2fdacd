import { coroutine, sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import fs from 'node:fs';
import { promisify } from 'node:util';

const readFile = promisify(fs.readFile);
const hash = promisify(pbkdf2);

/** Coroutine functions, promisified callbacks, and a pause in many small steps that watches the clock between them. */
export const pause = coroutine(async (ms: number): Promise<void> => {
  const end = Date.now() + ms;
  while (Date.now() < end) await sleep(Math.min(250, end - Date.now()));
});

export const readText = coroutine(async (path: string): Promise<string> => await readFile(path, { encoding: 'utf8' }));

export const hashPassword = coroutine((password: string, salt: string) =>
  hash(password, salt, 10_000, 32, 'sha256').then((key) => key.toString('hex')),
);
