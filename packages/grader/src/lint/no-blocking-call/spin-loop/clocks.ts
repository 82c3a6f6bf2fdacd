import { callStep, isGlobal, pathName } from '../../binding/value.ts';
import type { ExternalValue, Value } from '../../binding/value.ts';

/** What reads a clock when it is called, by module; a global has none. */
const clocks: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    '',
    new Set([
      'Date',
      'Date.now',
      ...['instant', 'plainDateISO', 'plainDateTimeISO', 'plainTimeISO', 'zonedDateTimeISO'].map((name) => `Temporal.Now.${name}`),
      'performance.now',
      'process.cpuUsage',
      'process.hrtime',
      'process.hrtime.bigint',
      'process.threadCpuUsage',
      'process.uptime',
    ]),
  ],
  ['@teatime/core', new Set([`stopwatch${callStep}`, `currentClock${callStep}.now`, 'systemClock.now'])],
  ['os', new Set(['uptime'])],
  ['perf_hooks', new Set(['performance.now'])],
  ['process', new Set(['cpuUsage', 'hrtime', 'hrtime.bigint', 'threadCpuUsage', 'uptime'])],
]);

export function isClock(value: Value): boolean {
  return value.kind === 'external' && (clocks.get(value.module ?? '')?.has(pathName(value.path)) ?? false);
}

/** Functions that compute from what they are given and nothing else. */
const pureGlobals: ReadonlySet<string> = new Set([
  'BigInt',
  'Boolean',
  'Date',
  'Date.UTC',
  'Date.parse',
  'Number',
  'Number.isFinite',
  'Number.isNaN',
  'Number.parseFloat',
  'Number.parseInt',
  'String',
  'isNaN',
  'parseFloat',
  'parseInt',
]);

export function isPure(value: Value): boolean {
  if (value.kind !== 'external' || value.module !== undefined) return false;
  return pureGlobals.has(pathName(value.path)) || (value.path[0] === 'Math' && value.path.length === 2) || isPureOfTemporal(value);
}

/** `Temporal.Instant.compare(…)`, `new Temporal.Duration(…)` */
function isPureOfTemporal({ path: [first, , name, ...others] }: ExternalValue): boolean {
  return first === 'Temporal' && others.length === 0 && (name === undefined || name === 'compare' || name.startsWith('from'));
}

/** Tells the processor that a loop spins: no work, whatever else it is. */
export function isPauseOfProcessor(value: Value): boolean {
  return isGlobal(value, 'Atomics.pause');
}

/** `Atomics.exchange(lock, 0, 1)`: takes a lock, if nobody else has it. */
export function isTakingOfLock(value: Value): boolean {
  return isGlobal(value, 'Atomics.compareExchange') || isGlobal(value, 'Atomics.exchange');
}

/** `Atomics.load(flag, 0)`: another thread may write it, this one just looks. */
export function isSharedRead(value: Value): boolean {
  return isGlobal(value, 'Atomics.load');
}

/** Methods of dates, durations, and the texts and numbers that come of them, which give something and change nothing. */
const readingMethods =
  /^(?:(?:get|to)[A-Z]\w*|add|at|concat|endsWith|equals|includes|indexOf|localeCompare|pad(?:End|Start)|round|since|slice|split|startsWith|substring|subtract|total|trim|until|valueOf|with)$/;

export function isReadingMethod(name: string): boolean {
  return readingMethods.test(name);
}
