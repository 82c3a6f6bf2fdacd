// Right as well: no async function, one promise and callbacks, and timers of the platform.
import type { Awaitable } from '@teatime/core';

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

export function retry<T>(work: (attempt: number, signal: AbortSignal) => Awaitable<T>, options: RetryOptions = {}): Promise<T> {
  const attempts = options.attempts ?? 3;
  const outer = options.signal;
  return new Promise<T>((resolve, reject) => {
    let attempt = 0;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const leave = (): void => {
      clearTimeout(pause);
      if (pause !== undefined) reject(outer?.reason);
    };

    const begin = (): void => {
      pause = undefined;
      attempt += 1;
      const controller = new AbortController();
      const stop = (): void => controller.abort(outer?.reason);
      outer?.addEventListener('abort', stop, { once: true });
      const limit = options.attemptMs === undefined ? undefined : setTimeout(() => controller.abort(new DOMException('too slow', 'TimeoutError')), options.attemptMs);
      const over = (): void => {
        clearTimeout(limit);
        outer?.removeEventListener('abort', stop);
      };
      Promise.resolve(attempt)
        .then((number) => work(number, controller.signal))
        .finally(over)
        .then(
          (value) => {
            outer?.removeEventListener('abort', leave);
            resolve(value);
          },
          failed,
        );
    };

    const failed = (error: unknown): void => {
      if (outer?.aborted) return reject(outer.reason);
      if (attempt >= attempts || (options.isRetryable && !options.isRetryable(error))) {
        outer?.removeEventListener('abort', leave);
        return reject(error);
      }
      let ms = (options.baseMs ?? 100) * Math.pow(options.factor ?? 2, attempt - 1);
      if (ms > (options.maxMs ?? 20_000)) ms = options.maxMs ?? 20_000;
      ms = Math.round(ms * (options.random ?? Math.random)());
      if (typeof error === 'object' && error && 'retryAfterMs' in error && Number(error.retryAfterMs) > ms) ms = Number(error.retryAfterMs);
      pause = setTimeout(begin, ms);
    };

    if (outer?.aborted) return reject(outer.reason);
    outer?.addEventListener('abort', leave);
    begin();
  });
}

export function retryAfter(header: string | null, now: number): number | undefined {
  if (header?.match(/^[0-9]+$/)) return parseInt(header) * 1000;
  const wait = new Date(header || 'never').valueOf() - now;
  return wait > 0 ? wait : wait <= 0 ? 0 : undefined;
}
