import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { cpus } from 'node:os';
import { execFileSync } from 'node:child_process';

/** What a process had of the machine within some time, in milliseconds. */
export interface Use {
  /** How long the time was. */
  readonly realMs: number;
  /** On a processor, all threads together. */
  readonly workedMs: number;
  /** The same, of the first thread alone; undefined where the system does not tell. */
  readonly mainMs: number | undefined;
  /** In line for a processor: ready, and others had the turn. */
  readonly waitedMs: number;
}

/** The state of things at a moment; only the difference of two says something. */
export interface Look {
  readonly at: number;
  readonly process: ThreadTimes | undefined;
  /** How long the processors had nothing to do. Asked only where the system does not tell of the process. */
  readonly idleMs: number;
}

interface ThreadTimes {
  readonly workedMs: number;
  readonly mainMs: number | undefined;
  /** Undefined where the system does not tell. */
  readonly waitedMs: number | undefined;
}

// Taken before a suite can replace them.
const now = performance.now.bind(performance);

/** Where nobody tells what a process did on a busy machine, it is taken to have had this part of the time. */
const supposedShare = 1 / 4;

/** Reads, from outside, what a process has of the machine. A look costs a fraction of a millisecond on Linux, more elsewhere. */
export class Meter {
  readonly #started: number;
  readonly #threads: readonly number[];
  #pid: number | undefined;

  /**
   * @param pid the process that was started: a sandbox, maybe, around the one that does the work
   * @param threads of this process, by the system's numbers, that what is measured has to wait for
   */
  constructor(pid: number, threads: readonly number[] = []) {
    this.#started = pid;
    this.#threads = threads;
  }

  look(): Look {
    const process = this.#timesOfProcess();
    return { at: now(), process, idleMs: process?.waitedMs === undefined ? idleMs() : 0 };
  }

  /** What it had since a moment. */
  since({ at, process: before, idleMs: idleBefore }: Look): Use {
    const { at: end, process: after, idleMs: idleAfter } = this.look();
    const realMs = end - at;
    const hadRoom = idleAfter - idleBefore > realMs / 10;
    const workedMs = before && after ? Math.max(0, after.workedMs - before.workedMs) : hadRoom ? realMs : realMs * supposedShare;
    const mainMs = difference(before?.mainMs, after?.mainMs);
    const waitedMs = difference(before?.waitedMs, after?.waitedMs);
    return { realMs, workedMs, mainMs, waitedMs: waitedMs ?? (hadRoom ? 0 : Math.max(0, realMs - workedMs)) };
  }

  /** Memory that it has, in bytes; 0 where the system does not tell. */
  residentBytes(): number {
    try {
      if (process.platform === 'darwin') return Number(ps(this.#started, 'rss=')) * 1024;
      if (process.platform !== 'linux') return 0;
      this.#pid ??= innermost(this.#started);
      return Number(/^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
    } catch {
      // It is gone, or the system hides it.
      return 0;
    }
  }

  #timesOfProcess(): ThreadTimes | undefined {
    try {
      if (process.platform === 'darwin') return timesByPs(this.#started);
      if (process.platform !== 'linux') return undefined;
      this.#pid ??= innermost(this.#started);
      const all = timesOfThreads(this.#pid);
      const [, waitedHere] = sum(this.#threads.map((thread) => schedule(`/proc/self/task/${thread}`)));
      return { ...all, waitedMs: all.waitedMs + waitedHere };
    } catch {
      // It is gone, or the system hides it.
      return undefined;
    }
  }
}

/** The system's number of the thread that asks; undefined where there is none to be had. */
export function ownThread(): number | undefined {
  try {
    return Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  } catch {
    return undefined;
  }
}

/** A thread that has ended takes its times along: never less than nothing. */
function difference(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined ? undefined : Math.max(0, after - before);
}

/** Around the process that does the work, a sandbox is one or two others, each with one child. */
function innermost(pid: number): number {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return child === undefined ? pid : innermost(Number(child));
}

function timesOfThreads(pid: number): Record<'workedMs' | 'mainMs' | 'waitedMs', number> {
  const threads = readdirSync(`/proc/${pid}/task`);
  const [workedMs, waitedMs] = sum(threads.map((thread) => schedule(`/proc/${pid}/task/${thread}`)));
  const [mainMs] = schedule(`/proc/${pid}`);
  return { workedMs, mainMs, waitedMs };
}

/** Milliseconds on a processor and in line for one; nothing for a thread that has just ended. */
function schedule(folder: string): readonly [worked: number, waited: number] {
  try {
    const [worked = 0, waited = 0] = readFileSync(`${folder}/schedstat`, 'utf8').split(' ').map(Number);
    return [worked / 1e6, waited / 1e6];
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return [0, 0];
    throw error;
  }
}

function sum(pairs: readonly (readonly [number, number])[]): readonly [number, number] {
  return [pairs.reduce((total, [one]) => total + one, 0), pairs.reduce((total, [, other]) => total + other, 0)];
}

/** macOS tells hundredths of a second, by way of a program: `1:02.34`. */
function timesByPs(pid: number): ThreadTimes {
  const workedMs = ps(pid, 'time=').split(/[:-]/).map(Number).reduce((total, part) => total * 60 + part, 0) * 1000;
  return { workedMs, mainMs: undefined, waitedMs: undefined };
}

function ps(pid: number, column: string): string {
  return execFileSync('/bin/ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8', timeout: 5000 }).trim();
}

function idleMs(): number {
  return cpus().reduce((total, { times }) => total + times.idle, 0);
}
