import type { Awaitable } from '@teatime/core';

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
 */
export async function retry<T>(work: (attempt: number, signal: AbortSignal) => Awaitable<T>, options: RetryOptions = {}): Promise<T> {
  throw new Error('retry is empty. Begin with a loop: await work(attempt, signal) in a try · retry 还是空的，先写一个循环，在 try 里 await work(attempt, signal)');
}

/**
 * How long a Retry-After header asks to wait, in milliseconds; undefined when it says nothing.
 *
 * @param header a number of seconds, or a date; null when the response has no such header
 * @param now the time of now, as `Date.now()` gives it
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  throw new Error("retryAfter is empty. Begin with the header '120' · retryAfter 还是空的，先处理 '120' 这样的 header");
}
