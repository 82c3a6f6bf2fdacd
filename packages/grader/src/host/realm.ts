import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { getHeapStatistics } from 'node:v8';
import type { Clock } from '@teatime/core';
import { removeOtherGlobals } from './globals.ts';
import { harmlessProcess } from './harmless-process.ts';
import { stopwatches } from './stopwatches.ts';

/**
 * Gives the student's code the globals that it may have: a console that is shown, a process that can do nothing.
 *
 * @param onOutput is given each piece of output
 * @param onExit is told that the student's code wants to end the process
 */
export function confine(clock: Clock, onOutput: (text: string) => void, onExit: () => void): void {
  removeOtherGlobals();
  define('console', shownConsole(clock, onOutput));
  const { version } = process;
  const nextTick = process.nextTick.bind(process);
  const reallyExit = process.exit.bind(process);
  const exit = (): void => {
    onExit();
    reallyExit(0);
  };
  define('process', harmlessProcess(clock, { onOutput, exit, nextTick, version, memoryUsage }));
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

/** As `process.memoryUsage()`, which asks the system, and there is none to ask in here. */
function memoryUsage(): NodeJS.MemoryUsage {
  const { total_heap_size: heapTotal, used_heap_size: heapUsed, external_memory: external } = getHeapStatistics();
  return { rss: heapTotal + external, heapTotal, heapUsed, external, arrayBuffers: 0 };
}
