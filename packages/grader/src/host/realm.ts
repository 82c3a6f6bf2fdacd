import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { getHeapStatistics } from 'node:v8';
import { type Clock, sleep } from '@teatime/core';
import { removeOtherGlobals } from './globals.ts';
import { currentHost } from './modules/host.ts';

/** Counts work that runs outside of virtual time, so that a promise waiting for it is not called stuck. */
class RealWork {
  #running = 0;
  #finished = 0;

  get pending(): boolean {
    return this.#running > 0;
  }

  /** Counts a piece of work until it is settled, and returns it. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#running++;
    const done = (): void => {
      this.#running--;
      this.#finished++;
    };
    work.then(done, done);
    return work;
  }

  /** Lets the real event loop run while some work is under way. Resolves to whether any came to its end. */
  async settled(): Promise<boolean> {
    const finished = this.#finished;
    for (let round = 0; round < 20 || this.pending; round++) {
      await new Promise<void>((resolve) => nextRound(resolve));
      if (this.#finished > finished) return true;
    }
    return false;
  }
}

const nextRound = setImmediate;

export const realWork = new RealWork();

/**
 * Gives the student's code the globals that it may have: a console that is shown, a process that can do nothing.
 *
 * @param onOutput is given each piece of output
 * @param onExit is told that the student's code wants to end the process
 */
export function confine(clock: Clock, onOutput: (text: string) => void, onExit: () => void): void {
  removeOtherGlobals();
  define('console', shownConsole(onOutput));
  define('process', harmlessProcess(clock, onOutput, onExit));
  trackSubtleCrypto();
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}

/** A console that tells what is written to it. It does not lead to its stream, and so to Node's own classes. */
function shownConsole(onOutput: (text: string) => void): object {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done) {
      onOutput(String(chunk).replace(/\n$/, ''));
      done();
    },
  });
  const methods = Object.entries(new Console({ stdout: stream, stderr: stream })).filter(([, value]) => typeof value === 'function');
  return Object.fromEntries(methods);
}

function harmlessProcess(clock: Clock, onOutput: (text: string) => void, onExit: () => void): object {
  const nextTick = process.nextTick.bind(process);
  const reallyExit = process.exit.bind(process);
  const exit = (): void => {
    onExit();
    reallyExit(0);
  };
  const stream = {
    isTTY: false,
    write: (text: unknown): boolean => {
      onOutput(String(text).replace(/\n$/, ''));
      return true;
    },
  };
  const hrtime = (): [number, number] => [Math.floor(clock.now() / 1000), (clock.now() % 1000) * 1e6];
  const events = ['on', 'once', 'off', 'addListener', 'removeListener', 'emit'].map((name) => [name, () => harmless] as const);
  const harmless = {
    exit,
    abort: exit,
    reallyExit: exit,
    env: {},
    argv: [],
    platform: 'linux',
    version: process.version,
    versions: { node: process.versions.node },
    stdout: stream,
    stderr: stream,
    cwd: () => '/',
    uptime: () => (clock.elapsed?.() ?? 0) / 1000,
    hrtime: Object.assign(hrtime, { bigint: () => BigInt(Math.round(clock.now() * 1e6)) }),
    memoryUsage,
    nextTick,
    ...Object.fromEntries(events),
  };
  return harmless;
}

/** As `process.memoryUsage()`, which asks the system, and there is none to ask in here. */
function memoryUsage(): NodeJS.MemoryUsage {
  const { total_heap_size: heapTotal, used_heap_size: heapUsed, external_memory: external } = getHeapStatistics();
  return { rss: heapTotal + external, heapTotal, heapUsed, external, arrayBuffers: 0 };
}

/** What takes as long as `pbkdf2` of `node:crypto` does. */
const derivations: ReadonlySet<string> = new Set(['deriveBits', 'deriveKey']);

/** Web Crypto works in real time, on threads of its own. */
function trackSubtleCrypto(): void {
  const subtle: object = globalThis.crypto.subtle;
  const prototype: object = Object.getPrototypeOf(subtle);
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const method: unknown = Reflect.get(prototype, name);
    if (name === 'constructor' || typeof method !== 'function') continue;
    const tracked = async (...args: readonly unknown[]): Promise<unknown> => {
      const result: unknown = await realWork.track(Promise.resolve(Reflect.apply(method, subtle, args)));
      if (derivations.has(name)) await sleep(currentHost().world().hashMs);
      return result;
    };
    Object.defineProperty(prototype, name, { value: tracked, writable: true, configurable: true });
  }
}
