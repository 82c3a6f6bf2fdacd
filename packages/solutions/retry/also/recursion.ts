// Right as well: no loop, a call of itself for the rest, and signals that are made one. A clean-up that fails after a stop passes as it is.
import { sleep, type Awaitable } from '@teatime/core';

export interface RetryOptions {
  readonly attempts?: number;
  readonly baseMs?: number;
  readonly factor?: number;
  readonly maxMs?: number;
  readonly attemptMs?: number;
  readonly random?: () => number;
  readonly isRetryable?: (error: unknown) => boolean;
  readonly signal?: AbortSignal | undefined;
}

type Work<T> = (attempt: number, signal: AbortSignal) => Awaitable<T>;

export function retry<T>(work: Work<T>, options: RetryOptions = {}): Promise<T> {
  return from(1, work, options);
}

async function from<T>(attempt: number, work: Work<T>, options: RetryOptions): Promise<T> {
  const { attempts = 4, baseMs = 250, factor = 2, maxMs = 60_000, attemptMs, random = Math.random, isRetryable, signal } = options;
  signal?.throwIfAborted();
  const signals = [...(signal ? [signal] : []), ...(attemptMs === undefined ? [] : [AbortSignal.timeout(attemptMs)])];
  try {
    return await work(attempt, AbortSignal.any(signals));
  } catch (error) {
    if (signal?.aborted || attempt === attempts || isRetryable?.(error) === false) throw error;
    const wish = Object(error).retryAfterMs ?? 0;
    await sleep(Math.max(wish, Math.min(maxMs, baseMs * factor ** (attempt - 1)) * random()), { signal });
  }
  return from(attempt + 1, work, options);
}

export function retryAfter(header: string | null, now: number): number | undefined {
  const seconds = header === null ? Number.NaN : Number.parseInt(header, 10);
  if (!Number.isNaN(seconds)) return seconds * 1000;
  const date = new Date(header ?? '').getTime();
  return date ? Math.max(date - now, 0) : undefined;
}
