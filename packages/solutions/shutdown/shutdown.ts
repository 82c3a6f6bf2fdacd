import { CancelledError, TimeoutError, type Awaitable } from '@teatime/core';

/** How many orders ended in which way. */
export interface Report {
  /** Their `handle` ended well, whether it had been asked to stop or not. */
  readonly finished: number;
  /** Their `handle` failed. */
  readonly failed: number;
  /** They were asked to stop, and their `handle` passed on the reason. */
  readonly cancelled: number;
}

export interface ServeOptions<Order> {
  /** Waits for the next order; undefined: there are no more. Its signal aborts when no more orders are wanted. */
  readonly receive: (signal: AbortSignal) => Awaitable<Order | undefined>;
  /** Does what an order asks for. Its signal aborts when there is no more time for that. */
  readonly handle: (order: Order, signal: AbortSignal) => Awaitable<unknown>;
  /** The first request: no more orders, and `drainMs` for those under way. SIGTERM becomes this one. */
  readonly stop: AbortSignal;
  /** The second request: no more time either. */
  readonly kill?: AbortSignal | undefined;
  /** How long orders may go on after `stop`, in milliseconds. */
  readonly drainMs: number;
}

/**
 * Serves orders side by side until `stop`, or until there are no more. Then it waits `drainMs` for those under way, has the rest
 * stopped, and waits for its clean-up.
 *
 * @returns what became of all orders; rejects with what `receive` throws before anybody asked it to stop
 */
export async function serve<Order>({ receive, handle, stop, kill, drainMs }: ServeOptions<Order>): Promise<Report> {
  const counts = { finished: 0, failed: 0, cancelled: 0 };
  const underWay = new Set<Promise<void>>();
  const closed = kill ? AbortSignal.any([stop, kill]) : stop;
  // What orders hear is not the stop: they have time yet.
  const rest = new AbortController();

  const work = async (order: Order): Promise<void> => {
    const { signal } = rest;
    try {
      await handle(order, signal);
      counts.finished += 1;
    } catch (error) {
      // Before the abort the reason is undefined, and that can be thrown, too.
      counts[signal.aborted && error === signal.reason ? 'cancelled' : 'failed'] += 1;
    }
  };
  const begin = (order: Order): void => {
    const handling = work(order).finally(() => underWay.delete(handling));
    underWay.add(handling);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const drain = (): void => {
    timer = setTimeout(() => rest.abort(new TimeoutError(`not done ${drainMs} ms after the stop`)), drainMs);
  };
  const cutShort = (): void => rest.abort(kill?.reason);

  // Both may come at any time, also when no order is expected any more.
  stop.addEventListener('abort', drain);
  kill?.addEventListener('abort', cutShort);
  try {
    await takeOrders(receive, closed, begin);
  } catch (error) {
    rest.abort(new CancelledError('no more orders can be taken'));
    throw error;
  } finally {
    await Promise.all(underWay);
    stop.removeEventListener('abort', drain);
    kill?.removeEventListener('abort', cutShort);
    clearTimeout(timer);
  }
  return counts;
}

/** Begins one order after the other, until there are no more or nobody wants any. What came in spite of that is begun all the same. */
async function takeOrders<Order>(
  receive: ServeOptions<Order>['receive'],
  closed: AbortSignal,
  begin: (order: Order) => void,
): Promise<void> {
  while (!isAborted(closed)) {
    try {
      const order = await receive(closed);
      if (order === undefined) return;
      begin(order);
    } catch (error) {
      // Once it was asked to stop, that it fails only means that it has heard.
      if (!closed.aborted) throw error;
    }
  }
}

/** A function, since TypeScript believes that what was looked at stays as it is while one waits. */
function isAborted({ aborted }: AbortSignal): boolean {
  return aborted;
}
