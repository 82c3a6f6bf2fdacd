import { pbkdf2 } from 'node:crypto';
import { readFile } from 'node:fs';

/** Everything by callback, wrapped by hand. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

export function readText(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    readFile(path, 'utf8', (error, text) => (error ? reject(error) : resolve(text)));
  });
}

export function hashPassword(password: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    pbkdf2(password, salt, 10_000, 32, 'sha256', (error, key) => (error ? reject(error) : resolve(key.toString('hex'))));
  });
}
