import type { Clock } from '@teatime/core';
import { harmlessProcess } from '../../host/harmless-process.ts';
import { keptGlobals, removeOtherGlobals } from '../../host/globals.ts';
import { shownConsole } from './console.ts';

/** As far as it is used here: the types of Node do not name it. */
declare const WebAssembly: { readonly Memory: new (limits: { readonly initial: number; readonly maximum: number; readonly shared: true }) => { readonly buffer: object } };

export interface Outside {
  /** Is given each piece of output. */
  readonly onOutput: (text: string) => void;
  /** The student's code wants to end the program. */
  readonly onExit: () => void;
}

/** Gives the student's code the globals that it has in the student process, and no others. */
export function confine(clock: Clock, { onOutput, onExit }: Outside): void {
  nameSharedMemory();
  removeInherited();
  removeOtherGlobals();
  define('global', globalThis);
  forbidProto();
  // No browser has these; the clock replaces what is there.
  for (const name of ['setImmediate', 'clearImmediate']) define(name, () => {});
  define('console', shownConsole(clock, onOutput));
  const memoryUsage = (): object => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 });
  const nextTick = (callback: (...args: readonly unknown[]) => void, ...args: readonly unknown[]): void => queueMicrotask(() => callback(...args));
  // The build puts the version of Node in its place.
  define('process', harmlessProcess(clock, { onOutput, exit: onExit, nextTick, version: process.version, memoryUsage }));
}

/** A page that shares no process with others may use shared memory; any other has it all the same, without its name. */
function nameSharedMemory(): void {
  if ('SharedArrayBuffer' in globalThis) return;
  try {
    define('SharedArrayBuffer', new WebAssembly.Memory({ initial: 0, maximum: 0, shared: true }).buffer.constructor);
  } catch {
    // A browser that has none: the name stays unknown.
  }
}

/**
 * A browser's globals stand on the prototypes of the global object, too: the network, the page's storage, messages to other tabs. What
 * is left are the methods of every EventTarget.
 */
function removeInherited(): void {
  for (let holder: unknown = Object.getPrototypeOf(globalThis); isObject(holder) && holder !== EventTarget.prototype; holder = Object.getPrototypeOf(holder)) {
    for (const key of Reflect.ownKeys(holder)) {
      if (typeof key === 'string' && keptGlobals.has(key)) define(key, Reflect.get(globalThis, key));
      if (key !== Symbol.toStringTag) Reflect.deleteProperty(holder, key);
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** As `--disable-proto=throw` has it in the student process: a name of an object that is a key of another one shall not be its prototype. */
function forbidProto(): void {
  const refuse = (): never => {
    throw new Error('Accessing Object.prototype.__proto__ has been disallowed with --disable-proto=throw');
  };
  Object.defineProperty(Object.prototype, '__proto__', { get: refuse, set: refuse, configurable: false });
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
