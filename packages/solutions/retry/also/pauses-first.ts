// Right as well: all pauses are drawn before the first attempt, and nobody asks whether it was stopped: the next sleep throws the reason.
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

export async function retry<T>(work: (attempt: number, signal: AbortSignal) => Awaitable<T>, options: RetryOptions = {}): Promise<T> {
  const { attempts = 3, baseMs = 100, factor = 2, maxMs = 30_000, attemptMs, random = Math.random, isRetryable = () => true, signal } = options;
  const pauses = Array.from({ length: attempts - 1 }, (_, i) => Math.min(maxMs, baseMs * factor ** i) * random());
  signal?.throwIfAborted();
  let attempt = 1;
  for (const pause of pauses) {
    try {
      return await once(work, attempt, attemptMs, signal);
    } catch (error) {
      if (!isRetryable(error)) throw error;
      const { retryAfterMs = 0 } = (error ?? {}) as { readonly retryAfterMs?: number };
      await sleep(Math.max(pause, retryAfterMs), signal ? { signal } : {});
    }
    attempt += 1;
  }
  return await once(work, attempt, attemptMs, signal);
}

async function once<T>(work: (attempt: number, signal: AbortSignal) => Awaitable<T>, attempt: number, ms = Infinity, signal?: AbortSignal): Promise<T> {
  const own = new AbortController();
  using _ = new Limit(own, ms);
  return await work(attempt, signal ? AbortSignal.any([signal, own.signal]) : own.signal);
}

class Limit {
  readonly #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(controller: AbortController, ms: number) {
    if (ms < Infinity) this.#timer = setTimeout(() => controller.abort(new DOMException('too slow', 'TimeoutError')), ms);
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}

export const retryAfter = (header: string | null, now: number): number | undefined => {
  if (!header) return undefined;
  const at = /\D/.test(header) ? Date.parse(header) : now + Number(header) * 1e3;
  return Number.isFinite(at) ? Math.max(at - now, 0) : undefined;
};
