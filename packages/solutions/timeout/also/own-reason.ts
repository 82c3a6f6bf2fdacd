// Right as well: the time is told by AbortSignal.timeout, and the reason is an error of its own.
import type { Awaitable } from '@teatime/core';

export interface TimeoutOptions {
  readonly signal?: AbortSignal | undefined;
}

export async function timeout<T>(ms: number, work: (signal: AbortSignal) => Awaitable<T>, { signal: outer }: TimeoutOptions = {}): Promise<T> {
  outer?.throwIfAborted();
  const late = Object.assign(new Error(`more than ${ms} ms`), { name: 'TimeoutError' });
  if (ms <= 0) throw late;
  const controller = new AbortController();
  const over = new AbortController();
  AbortSignal.timeout(ms).addEventListener('abort', () => controller.abort(late), { once: true, signal: over.signal });
  outer?.addEventListener('abort', () => controller.abort(outer.reason), { once: true, signal: over.signal });
  try {
    return await work(controller.signal);
  } finally {
    over.abort();
  }
}
