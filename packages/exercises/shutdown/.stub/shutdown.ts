import type { Awaitable } from '@teatime/core';

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
export async function serve<Order>(options: ServeOptions<Order>): Promise<Report> {
  throw new Error('serve is empty. Begin with a loop that awaits options.receive(signal) and calls options.handle(order, signal) · serve 还是空的，先写一个循环：await options.receive(signal)，再调用 options.handle(order, signal)');
}
