import { sleep, TimeoutError, type Awaitable } from '@teatime/core';

/** How `retry` goes on after a failure. All times are milliseconds. */
export interface RetryOptions {
  /** How often the work is called at most, the first time included. */
  readonly attempts?: number;
  /** The most that the first pause can be. */
  readonly baseMs?: number;
  /** So many times as much can each pause be as the one before it. */
  readonly factor?: number;
  /** The most that any pause can be, however many there have been. */
  readonly maxMs?: number;
  /** After so long an attempt is told to stop. When this is not given, it may take as long as it likes. */
  readonly attemptMs?: number;
  /** A number from 0 to 1, drawn once for each pause: this share of the pause is waited. `Math.random` when not given. */
  readonly random?: () => number;
  /** Whether this failure is worth another attempt. Every one is when this is not given. */
  readonly isRetryable?: (error: unknown) => boolean;
  /** Ends it all: the attempt or the pause, whichever is under way. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does work that may fail, and does it again after a pause that grows, until it succeeds or has failed often enough.
 *
 * @param work is given the number of the attempt, from 1, and a signal that tells it to stop
 * @throws the reason of `signal`, or what the last attempt failed with: its own error, or a TimeoutError when its time was up
 */
export async function retry<T>(work: (attempt: number, signal: AbortSignal) => Awaitable<T>, options: RetryOptions = {}): Promise<T> {
  const { attempts = 3, baseMs = 100, factor = 2, maxMs = 30_000, attemptMs, random = Math.random, isRetryable = () => true, signal } = options;
  signal?.throwIfAborted();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await limited((own) => work(attempt, own), attemptMs, signal);
    } catch (error) {
      // Asked first: a stop is no failure, whatever it looks like.
      signal?.throwIfAborted();
      if (attempt >= attempts || !isRetryable(error)) throw error;
      const most = Math.min(maxMs, baseMs * factor ** (attempt - 1));
      await sleep(Math.max(most * random(), askedFor(error)), { signal });
    }
  }
}

/**
 * How long a Retry-After header asks to wait, in milliseconds; undefined when it says nothing.
 *
 * @param header a number of seconds, or a date; null when the response has no such header
 * @param now the time of now, as `Date.now()` gives it
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  // Digits first: Date.parse takes '120' for a year, and '3' for a month.
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** One attempt: it may take `ms` milliseconds, and is over when the work is over. */
async function limited<T>(work: (signal: AbortSignal) => Awaitable<T>, ms: number | undefined, outer: AbortSignal | undefined): Promise<T> {
  const controller = new AbortController();
  const passOn = (): void => controller.abort(outer?.reason);
  outer?.addEventListener('abort', passOn);
  const timer = ms === undefined ? undefined : setTimeout(() => controller.abort(new TimeoutError(`the attempt took longer than ${ms} ms`)), ms);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', passOn);
  }
}

/** How long to wait at least before the next attempt, in milliseconds. What is thrown need not be an object. */
function askedFor(error: unknown): number {
  const ms = typeof error === 'object' && error !== null && 'retryAfterMs' in error ? error.retryAfterMs : undefined;
  return typeof ms === 'number' && ms > 0 ? ms : 0;
}
