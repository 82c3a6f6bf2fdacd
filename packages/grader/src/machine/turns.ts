import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface TurnOptions {
  /** Told, again and again, how many others have to end first. */
  readonly onWait?: (others: number) => void;
  /** How many may have their turn at the same time; as many as there are processors when not given. */
  readonly places?: number;
  /** Where the tickets lie; a folder of the user's own among the temporary files when not given. */
  readonly folder?: string;
}

/** Milliseconds from look to look. */
const pollMs = 150;

/** A ticket whose holder has not touched it for so many milliseconds counts no longer: it was stopped, or its machine was. */
const staleMs = 30_000;
const touchMs = 2000;

/** Whoever has waited so many milliseconds goes ahead: verdicts do not depend on turns, only how long they take. */
const patienceMs = 120_000;

/**
 * Waits until it is this process's turn, so that graders on one machine do not keep each other from working. Everybody draws
 * a ticket, a file; the oldest go first. What cannot be read or written, and whoever is gone, keeps nobody waiting.
 */
export async function takeTurn({ onWait = () => {}, places = availableParallelism(), folder }: TurnOptions = {}): Promise<Disposable> {
  const ticket = drawTicket(folder);
  if (ticket === undefined) return { [Symbol.dispose]: () => {} };
  const end = Date.now() + patienceMs;
  for (;;) {
    const others = ticketsBefore(ticket) - places + 1;
    if (others <= 0 || Date.now() > end) return ticket;
    onWait(others);
    await sleep(pollMs);
  }
}

interface Ticket extends Disposable {
  readonly folder: string;
  readonly name: string;
}

function drawTicket(given: string | undefined): Ticket | undefined {
  try {
    const folder = given ?? ownFolder();
    // Within a millisecond, too, whoever comes later has the higher number.
    const microseconds = Math.round((performance.timeOrigin + performance.now()) * 1000);
    const name = `${String(microseconds).padStart(18, '0')}-${process.pid}-${randomBytes(4).toString('hex')}`;
    const path = join(folder, name);
    writeFileSync(path, '', { flag: 'wx' });
    const touching = setInterval(() => attempt(() => utimesSync(path, new Date(), new Date())), touchMs).unref();
    return {
      folder,
      name,
      [Symbol.dispose]: () => {
        clearInterval(touching);
        attempt(() => rmSync(path, { force: true }));
      },
    };
  } catch {
    return undefined;
  }
}

/** A folder that no other user can put anything into. @throws when there is none to be had */
function ownFolder(): string {
  const { uid, username } = userInfo();
  const folder = join(tmpdir(), `teatime-turns-${uid === -1 ? username : uid}`);
  attempt(() => mkdirSync(folder, { mode: 0o700 }));
  const found = lstatSync(folder);
  const isOwn = uid === -1 || (found.uid === uid && (found.mode & 0o077) === 0);
  if (!found.isDirectory() || !isOwn) throw new Error(`${folder} is somebody else's`);
  return folder;
}

function ticketsBefore({ folder, name }: Ticket): number {
  try {
    return readdirSync(folder).filter((other) => other < name && isHeld(folder, other)).length;
  } catch {
    return 0;
  }
}

function isHeld(folder: string, name: string): boolean {
  const pid = Number(name.split('-')[1]);
  try {
    const isFresh = Date.now() - statSync(join(folder, name)).mtimeMs < staleMs;
    if (Number.isInteger(pid) && isAlive(pid)) return isFresh;
    rmSync(join(folder, name), { force: true });
    return false;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // Whoever comes after that sees whether it worked.
  }
}
