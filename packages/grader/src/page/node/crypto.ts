import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { CHash } from '@noble/hashes/utils.js';
import { Buffer } from './buffer.ts';

/*
 * Of `node:crypto`, where there is no Node: the digests that its simulated form stands on. Web Crypto has them, too, but gives
 * none in the turn in which it is asked.
 */

type Data = string | Uint8Array;

const digests: ReadonlyMap<string, CHash> = new Map([['md5', md5], ['sha1', sha1], ['sha224', sha224], ['sha256', sha256], ['sha384', sha384], ['sha512', sha512]]);

function digestNamed(name: string): CHash {
  const digest = digests.get(name.toLowerCase().replace('-', ''));
  if (digest === undefined) throw new TypeError(`Invalid digest: ${name}`);
  return digest;
}

const bytesOf = (data: Data): Uint8Array => (typeof data === 'string' ? new TextEncoder().encode(data) : data);

interface Hashing {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** Takes data piece by piece. */
class Hash {
  readonly #hashing: Hashing;

  constructor(hashing: Hashing) {
    this.#hashing = hashing;
  }

  update(data: Data, encoding?: string): this {
    this.#hashing.update(typeof data === 'string' ? Buffer.from(data, encoding) : data);
    return this;
  }

  digest(encoding?: string): Buffer | string {
    const digest = Buffer.from(this.#hashing.digest());
    return encoding === undefined ? digest : digest.toString(encoding);
  }
}

export function createHash(name: string): Hash {
  return new Hash(digestNamed(name).create());
}

export function createHmac(name: string, key: Data): Hash {
  return new Hash(hmac.create(digestNamed(name), bytesOf(key)));
}

export function pbkdf2Sync(password: Data, salt: Data, iterations: number, length: number, digest: string): Buffer {
  return Buffer.from(pbkdf2(digestNamed(digest), bytesOf(password), bytesOf(salt), { c: iterations, dkLen: length }));
}

interface ScryptOptions {
  readonly N?: number;
  readonly r?: number;
  readonly p?: number;
}

export function scryptSync(password: Data, salt: Data, length: number, { N = 16_384, r = 8, p = 1 }: ScryptOptions = {}): Buffer {
  return Buffer.from(scrypt(bytesOf(password), bytesOf(salt), { N, r, p, dkLen: length }));
}

export function randomBytes(size: number): Buffer {
  return Buffer.from(webcrypto.getRandomValues(new Uint8Array(size)));
}

/** A whole number from `min`, 0 when only one is given, up to but without `max`. */
export function randomInt(min: number, max?: number): number {
  const [from, to] = max === undefined ? [0, min] : [min, max];
  const [random = 0] = webcrypto.getRandomValues(new Uint32Array(1));
  return from + (random % (to - from));
}

export const randomUUID = (): string => webcrypto.randomUUID();

export function timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

export const webcrypto = globalThis.crypto;
export const { subtle } = webcrypto;
