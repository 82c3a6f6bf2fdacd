// Right as well: what is set up is given back by a stack, and begins a moment later.
import type { Awaitable } from '@teatime/core';

export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export interface TimeoutOptions {
  readonly signal?: AbortSignal | undefined;
}

export async function timeout<T>(ms: number, work: (signal: AbortSignal) => Awaitable<T>, { signal: outer }: TimeoutOptions = {}): Promise<T> {
  using stack = new DisposableStack();
  const controller = new AbortController();
  const follow = (): void => controller.abort(outer?.reason);
  if (outer?.aborted) follow();
  else if (ms <= 0) controller.abort(new TimeoutError('no time'));
  controller.signal.throwIfAborted();
  outer?.addEventListener('abort', follow);
  stack.defer(() => outer?.removeEventListener('abort', follow));
  stack.adopt(setTimeout(() => controller.abort(new TimeoutError('too late')), ms), clearTimeout);
  await null;
  const [result] = await Promise.allSettled([work(controller.signal)]);
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
