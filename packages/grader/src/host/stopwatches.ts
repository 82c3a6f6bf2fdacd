import type { Clock } from '@teatime/core';

/** `console.time` and its like, in virtual time. */
export function stopwatches(clock: Clock, log: (...said: readonly unknown[]) => void): object {
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
