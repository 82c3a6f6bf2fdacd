import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { getHeapStatistics } from 'node:v8';
import type { Clock } from '@teatime/core';
import { removeOtherGlobals } from './globals.ts';

/**
 * Gives the student's code the globals that it may have: a console that is shown, a process that can do nothing.
 *
 * @param onOutput is given each piece of output
 * @param onExit is told that the student's code wants to end the process
 */
export function confine(clock: Clock, onOutput: (text: string) => void, onExit: () => void): void {
  removeOtherGlobals();
  define('console', shownConsole(clock, onOutput));
  define('process', harmlessProcess(clock, onOutput, onExit));
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}

/** A console that tells what is written to it. It does not lead to its stream, and so to Node's own classes. */
function shownConsole(clock: Clock, onOutput: (text: string) => void): object {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done) {
      onOutput(String(chunk).replace(/\n$/, ''));
      done();
    },
  });
  const whole = new Console({ stdout: stream, stderr: stream });
  const methods = Object.entries(whole).filter(([, value]) => typeof value === 'function');
  return { ...Object.fromEntries(methods), ...stopwatches(clock, (...said) => whole.log(...said)) };
}

/** `console.time` and its like, in virtual time. */
function stopwatches(clock: Clock, log: (...said: readonly unknown[]) => void): object {
  const begun = new Map<string, number>();
  const timeLog = (label: unknown = 'default', ...said: readonly unknown[]): void => {
    const begin = begun.get(String(label));
    if (begin !== undefined) log(`${String(label)}: ${clock.now() - begin}ms`, ...said);
  };
  return {
    time: (label: unknown = 'default') => void begun.set(String(label), clock.now()),
    timeLog,
    timeEnd: (label: unknown = 'default') => {
      timeLog(label);
      begun.delete(String(label));
    },
  };
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
  const hrtime = (): [number, number] => {
    const ms = clock.now();
    return [Math.floor(ms / 1000), (ms % 1000) * 1e6];
  };
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
    uptime: () => performance.now() / 1000,
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
