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
 */
export async function timeout<T>(
  ms: number,
  work: (signal: AbortSignal) => Awaitable<T>,
  options: TimeoutOptions = {},
): Promise<T> {
  throw new Error('timeout is empty. Begin with new AbortController() and await work(controller.signal) · timeout 还是空的，先写 new AbortController() 和 await work(controller.signal)');
}
