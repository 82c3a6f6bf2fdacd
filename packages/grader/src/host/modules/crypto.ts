import * as real from 'node:crypto';
import { currentHost } from './host.ts';

/*
 * `node:crypto` for a submission: the digests are real, the time that deriving a key takes is virtual. What ends in Sync
 * holds up the whole thread; the others leave it free.
 */

export const { createHash, createHmac, randomUUID, timingSafeEqual, webcrypto, subtle } = real;

type KeyCallback = (error: Error | null, key: Buffer) => void;
type NumberCallback = (error: Error | null, number: number) => void;
type Data = string | Uint8Array;

/** With a callback it works on another thread in life, and takes no time here. */
export function randomBytes(size: number, callback?: KeyCallback): Buffer | undefined {
  const bytes = real.randomBytes(size);
  if (callback === undefined) return bytes;
  setTimeout(() => callback(null, bytes), 0);
  return undefined;
}

export function randomInt(min: number, max?: number | NumberCallback, callback?: NumberCallback): number | undefined {
  const done = typeof max === 'function' ? max : callback;
  const number = typeof max === 'number' ? real.randomInt(min, max) : real.randomInt(min);
  if (done === undefined) return number;
  setTimeout(() => done(null, number), 0);
  return undefined;
}

export function pbkdf2Sync(password: Data, salt: Data, iterations: number, length: number, digest: string): Buffer {
  holdUp();
  return real.pbkdf2Sync(password, salt, iterations, length, digest);
}

export function pbkdf2(password: Data, salt: Data, iterations: number, length: number, digest: string, callback: KeyCallback): void {
  deliver(() => real.pbkdf2Sync(password, salt, iterations, length, digest), callback);
}

export function scryptSync(password: Data, salt: Data, length: number, options: real.ScryptOptions = {}): Buffer {
  holdUp();
  return real.scryptSync(password, salt, length, options);
}

export function scrypt(password: Data, salt: Data, length: number, ...rest: [KeyCallback] | [real.ScryptOptions, KeyCallback]): void {
  const [options, callback] = rest.length === 1 ? [{}, rest[0]] : rest;
  deliver(() => real.scryptSync(password, salt, length, options), callback);
}

function holdUp(): void {
  const { clock, world } = currentHost();
  clock.block(world().hashMs);
}

function deliver(derive: () => Buffer, callback: KeyCallback): void {
  if (typeof callback !== 'function') throw new TypeError('The "callback" argument must be of type function');
  const key = derive();
  setTimeout(() => callback(null, key), currentHost().world().hashMs);
}

const crypto = {
  createHash, createHmac, randomBytes, randomInt, randomUUID, timingSafeEqual, webcrypto, subtle,
  pbkdf2Sync, pbkdf2, scryptSync, scrypt,
};

export { crypto as default };
