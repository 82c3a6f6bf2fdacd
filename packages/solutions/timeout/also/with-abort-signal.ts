// Right as well: nothing to set and nothing to clear, two signals made one.
import type { Awaitable } from '@teatime/core';

export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export interface TimeoutOptions {
  readonly signal?: AbortSignal | undefined;
}

export async function timeout<T>(ms: number, work: (signal: AbortSignal) => Awaitable<T>, options: TimeoutOptions = {}): Promise<T> {
  options.signal?.throwIfAborted();
  if (ms <= 0) throw new TimeoutError('no time');
  const limit = AbortSignal.timeout(ms);
  return await work(options.signal ? AbortSignal.any([options.signal, limit]) : limit);
}
