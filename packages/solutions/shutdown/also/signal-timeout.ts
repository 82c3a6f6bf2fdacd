// Right as well: AbortSignal.timeout is the deadline, and each order has a signal made of all that can end it.
import { type Awaitable } from '@teatime/core';

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
  const never = new AbortController().signal;
  const closed = AbortSignal.any([stop, kill ?? never]);
  const broken = new AbortController();
  const late = new AbortController();
  const arm = (): void => {
    const limit = AbortSignal.timeout(drainMs);
    limit.addEventListener('abort', () => late.abort(limit.reason));
  };
  stop.addEventListener('abort', arm);
  const serving: Promise<keyof Report>[] = [];
  const one = async (order: Order): Promise<keyof Report> => {
    const signal = AbortSignal.any([late.signal, broken.signal, kill ?? never]);
    try {
      await handle(order, signal);
    } catch (error) {
      return signal.aborted && error === signal.reason ? 'cancelled' : 'failed';
    }
    return 'finished';
  };
  let error: unknown;
  for await (const order of orders(receive, closed, (reason) => {
    error = reason;
    broken.abort();
  })) {
    serving.push(one(order));
  }
  const report = { finished: 0, failed: 0, cancelled: 0 };
  for (const way of await Promise.all(serving)) report[way] += 1;
  stop.removeEventListener('abort', arm);
  if (broken.signal.aborted) throw error;
  return report;
}

async function* orders<Order>(
  receive: ServeOptions<Order>['receive'],
  closed: AbortSignal,
  onError: (reason: unknown) => void,
): AsyncGenerator<Order> {
  while (!closed.aborted) {
    let order: Order | undefined;
    try {
      order = await receive(closed);
    } catch (reason) {
      if (!closed.aborted) onError(reason);
      return;
    }
    if (order === undefined) return;
    yield order;
  }
}
