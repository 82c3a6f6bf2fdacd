// Right as well: a task for each order, and a list of those that have not ended.
import { coroutine, createTask, type Awaitable, type Task } from '@teatime/core';

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
  const tasks: Task<keyof Report>[] = [];
  const order = coroutine(async (given: Order): Promise<keyof Report> => {
    try {
      await handle(given, rest.signal);
      return 'finished';
    } catch (error) {
      return rest.signal.aborted && Object.is(error, rest.signal.reason) ? 'cancelled' : 'failed';
    }
  });

  await using clean = new AsyncDisposableStack();
  const listen = (signal: AbortSignal, listener: () => void): void => {
    if (signal.aborted) listener();
    signal.addEventListener('abort', listener, { once: true });
    clean.defer(() => signal.removeEventListener('abort', listener));
  };
  const closing = new AbortController();
  listen(stop, () => {
    const timer = setTimeout(() => rest.abort(new Error('closed')), drainMs);
    clean.defer(() => clearTimeout(timer));
    closing.abort(stop.reason);
  });
  if (kill) {
    listen(kill, () => {
      rest.abort(new Error('killed'));
      closing.abort(kill.reason);
    });
  }

  let failure: { readonly error: unknown } | undefined;
  while (!closing.signal.aborted) {
    const next = await (async () => await receive(closing.signal))().catch((error: unknown) => {
      if (!closing.signal.aborted) failure = { error };
      return undefined;
    });
    if (next === undefined) break;
    tasks.push(createTask(order(next)));
  }
  if (failure) rest.abort(failure.error);
  const ways: (keyof Report)[] = [];
  for (const task of tasks) ways.push(await task);
  if (failure) throw failure.error;
  const count = (way: keyof Report): number => ways.filter((one) => one === way).length;
  return { finished: count('finished'), failed: count('failed'), cancelled: count('cancelled') };
}
