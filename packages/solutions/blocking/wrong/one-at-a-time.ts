// fails: pauses-together, reads-together, hashes-together, all-three
// Nothing blocks, but one call waits for the one before it, so that together they are slow.
import { sleep } from '@teatime/core';
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn;
  return turn;
}

export function pause(ms: number): Promise<void> {
  return inTurn(() => sleep(ms));
}

export function readText(path: string): Promise<string> {
  return inTurn(() => readFile(path, 'utf8'));
}

export function hashPassword(password: string, salt: string): Promise<string> {
  return inTurn(async () => (await hash(password, salt, 10_000, 32, 'sha256')).toString('hex'));
}
