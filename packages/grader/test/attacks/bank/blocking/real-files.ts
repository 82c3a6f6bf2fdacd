// Asks the simulated modules for files that are not the suite's. For blocking. A list of the right length earns at most 2.
import { readFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
export const pause = async () => {};
export async function readText(path) {
  for (const name of ['/etc/passwd', '../../SECRET', '__proto__', 'constructor', new URL('file:///proc/self/environ')]) {
    try { console.log(String(readFileSync(name, 'utf8'))); } catch {}
    try { console.log(String(await fs.readFile(name, 'utf8'))); } catch {}
  }
  throw new Error('no such file');
}
export const hashPassword = async () => '';
