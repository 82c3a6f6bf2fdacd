import type { Awaitable } from '@teatime/core';

/** What timeout fails with when the time is up. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export interface TimeoutOptions {
  /** Stops the work before its time: whoever called timeout has a signal of its own. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs work for at most `ms` milliseconds: then its signal aborts, it may clean up, and timeout fails with a TimeoutError.
 * It does what `asyncio.timeout` does.
 *
 * @throws a TimeoutError, the reason of `signal`, or whatever else the work threw
 */
export async function timeout<T>(
  ms: number,
  work: (signal: AbortSignal) => Awaitable<T>,
  { signal }: TimeoutOptions = {},
): Promise<T> {
  signal?.throwIfAborted();
  const late = new TimeoutError(`it took longer than ${ms} ms`);
  if (ms <= 0) throw late;

  const controller = new AbortController();
  // Only the first reason counts: what the signal says after that is not heard.
  const passOn = (): void => controller.abort(signal?.reason);
  signal?.addEventListener('abort', passOn);
  const timer = setTimeout(() => controller.abort(late), ms);
  try {
    // Nothing to tell apart: work that was stopped fails with the reason, and everything else is its own affair.
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', passOn);
  }
}
