import { pbkdf2 } from 'node:crypto';
import { createReadStream } from 'node:fs';

class Pause extends Promise<void> {}

/** A promise of a class of its own; an interval that is cleared. */
export function pause(ms: number): Promise<void> {
  return new Pause((resolve) => {
    const timer = setInterval(() => {
      clearInterval(timer);
      resolve();
    }, ms);
  });
}

/** A stream with an encoding, which puts characters together. */
export async function readText(path: string): Promise<string> {
  let text = '';
  for await (const piece of createReadStream(path, 'utf8')) text += String(piece);
  return text;
}

const hashes = new Map<string, Promise<string>>();

/** Remembers hashes, by both of what they are made of; the digits are put together by hand. */
export function hashPassword(password: string, salt: string): Promise<string> {
  const key = JSON.stringify([password, salt]);
  const known = hashes.get(key) ?? derive(password, salt);
  hashes.set(key, known);
  return known;
}

function derive(password: string, salt: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  pbkdf2(password, salt, 1e4, 256 / 8, 'SHA-256', (error, key) => {
    if (error) reject(error);
    else resolve(Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  });
  return promise;
}
