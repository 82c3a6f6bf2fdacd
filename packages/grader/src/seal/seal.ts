import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { errorCode } from '../messages/error-code.ts';
import { sealedForm } from './form.ts';
import type { SealedFiles } from './form.ts';

/*
 * A student edition carries what its students are not to read by accident: the suites, which run on their machines, and
 * the solutions, which they may see once they have passed. Sealed is not secret. Whoever takes this program apart can open
 * it, as it has to be able to; what must stay unknown is not in an edition at all.
 */

const sealedFiles = z.record(z.string(), z.string());

const { heading, phrase, nonceBytes, tagBytes } = sealedForm;
const cipher = 'aes-256-gcm';
const key = createHash('sha256').update(phrase).digest();

/** Seals files. The same files give the same text, so that a release which changes nothing changes no file. */
export function seal(files: SealedFiles): string {
  const names = Object.keys(files).toSorted();
  const plain = JSON.stringify(Object.fromEntries(names.map((name) => [name, files[name]])));
  // Made from what is sealed: with one key, no two texts may have the same.
  const nonce = createHmac('sha256', key).update(plain).digest().subarray(0, nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce);
  const sealed = Buffer.concat([sealing.update(plain, 'utf8'), sealing.final()]);
  const lines = Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64').match(/.{1,76}/g) ?? [];
  return `${[heading, ...lines].join('\n')}\n`;
}

/** The other half of {@link seal}. @throws {SealError} for what was not sealed so, or was changed since */
export function unseal(sealed: string): SealedFiles {
  const [first, ...lines] = sealed.split(/\r?\n/);
  if (first !== heading) throw new SealError();
  const bytes = Buffer.from(lines.join(''), 'base64');
  try {
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes));
    opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const plain = opening.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + opening.final('utf8');
    return sealedFiles.parse(JSON.parse(plain));
  } catch (cause) {
    throw new SealError({ cause });
  }
}

/** What is sealed in a file; undefined when there is no such file. @throws {SealError} */
export function unsealFile(path: string): SealedFiles | undefined {
  let sealed: string;
  try {
    sealed = readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  return unseal(sealed);
}

/** A file is not as it was when it was sealed. */
export class SealError extends Error {
  override readonly name = 'SealError';

  constructor(options?: ErrorOptions) {
    super('this was not sealed by a release, or was changed since', options);
  }
}
