// fails: side-by-side, drains, idle, deadline, waits-for-clean-up, one-fails, no-order-lost, kill, late-stop, counter-breaks, leaves-nothing, kill-alone, broken-and-stopped, separate
// Looks at the stop every ten milliseconds.
import { sleep, type Awaitable } from '@teatime/core';

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
  const counts = { finished: 0, failed: 0, cancelled: 0 };
  const rest = new AbortController();
  let open = 0;
  let isDone = false;
  const begin = async (order: Order): Promise<void> => {
    open += 1;
    try {
      await handle(order, rest.signal);
      counts.finished += 1;
    } catch (error) {
      counts[rest.signal.aborted && error === rest.signal.reason ? 'cancelled' : 'failed'] += 1;
    }
    open -= 1;
  };
  const taking = (async () => {
    while (!stop.aborted && !kill?.aborted) {
      const order = await receive(stop);
      if (order === undefined) break;
      void begin(order);
    }
  })();
  taking.catch(() => undefined).finally(() => (isDone = true));
  let waited = 0;
  while (!isDone || open > 0) {
    await sleep(10);
    if (stop.aborted) waited += 10;
    if (waited > drainMs || kill?.aborted) rest.abort();
  }
  if (!stop.aborted && !kill?.aborted) await taking;
  return counts;
}
