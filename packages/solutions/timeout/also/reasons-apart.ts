// Right as well: the signal has a reason of its own, told apart by identity, and the error is made at the end.
import type { Awaitable } from '@teatime/core';

export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export interface TimeoutOptions {
  readonly signal?: AbortSignal | undefined;
}

export async function timeout<T>(ms: number, work: (signal: AbortSignal) => Awaitable<T>, options: TimeoutOptions = {}): Promise<T> {
  if (options.signal?.aborted) throw options.signal.reason;
  if (ms <= 0) throw new TimeoutError('no time');
  const clock = new AbortController();
  const own = clock.signal;
  const timer = setTimeout(() => clock.abort(), ms);
  try {
    return await work(options.signal ? AbortSignal.any([own, options.signal]) : own);
  } catch (error) {
    if (own.aborted && error === own.reason) throw new TimeoutError(`more than ${ms} ms`, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
