// Blocks on a clock that it has made its own. For blocking. A list of the right length earns at most 2.
import { blockFor, currentClock, installClock, VirtualClock } from '@teatime/core';
import { pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
const real = currentClock();
try { real.block = () => {}; } catch {}
try { Object.getPrototypeOf(real).block = () => {}; } catch {}
export async function pause(ms) { installClock(new VirtualClock()); blockFor(ms); }
export async function readText(path) { installClock(new VirtualClock()); return readFileSync(path, 'utf8'); }
export async function hashPassword(password, salt) {
  installClock(new VirtualClock());
  return pbkdf2Sync(password, salt, 10_000, 32, 'sha256').toString('hex');
}
