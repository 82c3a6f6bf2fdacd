// fails: pause-beats, pauses-together, all-three, nothing-left
// Replaces blockFor by a generator that goes round until Temporal says that the time has come.
import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const hash = promisify(pbkdf2);

function* ticksOf(ms: number): Generator<undefined> {
  const end = Temporal.Now.instant().epochMilliseconds + ms;
  while (Temporal.Now.instant().epochMilliseconds < end) yield;
}

export async function pause(ms: number): Promise<void> {
  for (const tick of ticksOf(ms)) if (tick !== undefined) return;
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
