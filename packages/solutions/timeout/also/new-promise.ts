// Right as well: one `new Promise`, `then` instead of `await`, and an error that is a DOMException.
import type { Awaitable } from '@teatime/core';

export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export interface TimeoutOptions {
  readonly signal?: AbortSignal | undefined;
}

export function timeout<T>(ms: number, work: (signal: AbortSignal) => Awaitable<T>, options?: TimeoutOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    const outer = options?.signal;
    if (outer?.aborted) return reject(outer.reason);
    if (ms <= 0) return reject(new DOMException('no time', 'TimeoutError'));
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new DOMException('too late', 'TimeoutError')), ms);
    const passOn = (): void => controller.abort(outer?.reason);
    outer?.addEventListener('abort', passOn, { once: true });
    const clear = (): void => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', passOn);
    };
    const settle = (end: () => void): void => {
      clear();
      end();
    };
    try {
      work(controller.signal).then(
        (value) => settle(() => resolve(value)),
        (error: unknown) => settle(() => reject(error)),
      );
    } catch (error) {
      settle(() => reject(error));
    }
  });
}
