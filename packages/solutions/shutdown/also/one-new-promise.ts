// Right as well: one promise, counters, and functions that call each other; no async function at all.
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

export function serve<Order>({ receive, handle, stop, kill, drainMs }: ServeOptions<Order>): Promise<Report> {
  return new Promise((resolve, reject) => {
    const counts = { finished: 0, failed: 0, cancelled: 0 };
    const closing = new AbortController();
    const rest = new AbortController();
    let open = 0;
    let isTaking = true;
    let failure: [unknown] | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const end = (): void => {
      if (isTaking || open > 0) return;
      clearTimeout(timer);
      stop.removeEventListener('abort', onStop);
      kill?.removeEventListener('abort', onKill);
      if (failure) reject(failure[0]);
      else resolve(counts);
    };
    const onStop = (): void => {
      timer = setTimeout(() => rest.abort(), drainMs);
      closing.abort();
    };
    const onKill = (): void => {
      rest.abort();
      closing.abort();
    };
    const ended = (way: keyof Report): void => {
      counts[way] += 1;
      open -= 1;
      end();
    };
    const taken = (): void => {
      isTaking = false;
      end();
    };
    const begin = (order: Order): void => {
      open += 1;
      new Promise((done) => done(handle(order, rest.signal))).then(
        () => ended('finished'),
        (error: unknown) => ended(rest.signal.aborted && error === rest.signal.reason ? 'cancelled' : 'failed'),
      );
    };
    const take = (): void => {
      if (closing.signal.aborted) return taken();
      new Promise<Order | undefined>((done) => done(receive(closing.signal))).then(
        (order) => {
          if (order === undefined) return taken();
          begin(order);
          take();
        },
        (error: unknown) => {
          if (!closing.signal.aborted) {
            failure = [error];
            rest.abort();
          }
          taken();
        },
      );
    };

    if (stop.aborted || kill?.aborted) closing.abort();
    stop.addEventListener('abort', onStop);
    kill?.addEventListener('abort', onKill);
    take();
  });
}
