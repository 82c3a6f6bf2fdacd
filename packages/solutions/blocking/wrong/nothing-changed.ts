// fails: pause-beats, pauses-together, read-beats, reads-together, text-intact, missing-file, hash-beats, every-hash, hashes-together, all-three, nothing-left, no-blocking-call
// Believes that the word async is enough, and only tidies up.
import { blockFor as wait } from '@teatime/core';
import * as crypto from 'node:crypto';
import * as fs from 'node:fs';

export const pause = async (ms: number): Promise<void> => wait(ms);

export const readText = async (path: string): Promise<string> => fs.readFileSync(path).toString();

export const hashPassword = async (password: string, salt: string): Promise<string> =>
  crypto.pbkdf2Sync(password, salt, 10_000, 32, 'sha256').toString('hex');
