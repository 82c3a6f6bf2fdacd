// fails: one-fails, counts, leaves-nothing, kill-alone
// Keeps the promises of handle, and looks at them when no more orders come.
import { TimeoutError, type Awaitable } from '@teatime/core';

export interface Report {
  readonly finished: number;
  readonly failed: number;
  readonly cancelled: number;
}

export interface ServeOptions<Order> {
  readonly receive: (signal: AbortSignal) => Awaitable<Order | undefined>;
  readonly handle: (order: Order, signal: AbortSignal) => Awaitable<unknown>;
  readonly stop: AbortSignal;
  readonly kill?: AbortSignal | undefined;
  readonly drainMs: number;
}

export async function serve<Order>({ receive, handle, stop, kill, drainMs }: ServeOptions<Order>): Promise<Report> {
  const rest = new AbortController();
  const under = [];
  const closed = kill ? AbortSignal.any([stop, kill]) : stop;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drain = (): void => {
    timer = setTimeout(() => rest.abort(new TimeoutError()), drainMs);
  };
  stop.addEventListener('abort', drain);
  kill?.addEventListener('abort', () => rest.abort(kill.reason));
  try {
    while (!closed.aborted) {
      const order = await receive(closed);
      if (order === undefined) break;
      under.push(handle(order, rest.signal));
    }
  } catch (error) {
    if (!closed.aborted) {
      rest.abort(error);
      await Promise.allSettled(under);
      throw error;
    }
  }
  const ends = await Promise.allSettled(under);
  clearTimeout(timer);
  stop.removeEventListener('abort', drain);
  const failures = ends.filter((end) => end.status === 'rejected');
  const cancelled = failures.filter((end) => rest.signal.aborted && end.reason === rest.signal.reason).length;
  return { finished: ends.length - failures.length, failed: failures.length - cancelled, cancelled };
}
