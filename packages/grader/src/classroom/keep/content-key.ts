import { createHash } from 'node:crypto';

/** What decides the result of a hand-in, durations aside. */
export interface Circumstances {
  readonly courseHash: string;
  /** The grader's version. */
  readonly grader: string;
  readonly sandbox: string;
  readonly exercises: readonly string[];
  readonly seed: number;
  readonly language: string;
}

/** SHA-256 of what was handed in: names and bytes, whatever archive or folder they came in. */
export function contentHash(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${Buffer.byteLength(name)} ${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** The name of a result: the same content under the same circumstances has the same. */
export function jobId(sha256: string, { courseHash, grader, sandbox, exercises, seed, language }: Circumstances): string {
  return createHash('sha256').update(JSON.stringify([sha256, courseHash, grader, sandbox, exercises, seed, language])).digest('hex');
}
