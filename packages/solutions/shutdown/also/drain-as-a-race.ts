// Right as well: waits for all or the time, then aborts and waits again; what asyncio.wait with a timeout does.
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

class Server<Order> {
  readonly #options: ServeOptions<Order>;
  readonly #rest = new AbortController();
  readonly #open = new Map<symbol, Promise<unknown>>();
  #finished = 0;
  #failed = 0;
  #cancelled = 0;

  constructor(options: ServeOptions<Order>) {
    this.#options = options;
  }

  async run(): Promise<Report> {
    const { stop, kill = new AbortController().signal, drainMs } = this.#options;
    const killed = happens(kill);
    const broken = await this.#take(AbortSignal.any([stop, kill]));
    if (broken.length === 0) {
      const stopped = happens(stop);
      await Promise.race([this.#idle(), stopped.promise, killed.promise]);
      stopped[Symbol.dispose]();
      // A server that was stopped while it waited for receive has less time left.
      if (stop.aborted && !kill.aborted) {
        const time = Promise.withResolvers<void>();
        const timer = setTimeout(time.resolve, Math.max(0, drainMs - (Date.now() - this.#stoppedAt)));
        await Promise.race([this.#idle(), time.promise, killed.promise]);
        clearTimeout(timer);
      }
    }
    killed[Symbol.dispose]();
    this.#rest.abort();
    await this.#idle();
    if (broken.length > 0) throw broken[0];
    return { finished: this.#finished, failed: this.#failed, cancelled: this.#cancelled };
  }

  #stoppedAt = 0;

  async #take(closed: AbortSignal): Promise<readonly unknown[]> {
    const { stop, drainMs, kill } = this.#options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = (): void => {
      this.#stoppedAt = Date.now();
      // Receive may take longer than there is time.
      timer = setTimeout(() => this.#rest.abort(), drainMs);
    };
    const cut = (): void => this.#rest.abort();
    stop.addEventListener('abort', note);
    kill?.addEventListener('abort', cut);
    try {
      for (;;) {
        if (closed.aborted) return [];
        const order = await this.#options.receive(closed);
        if (order === undefined) return [];
        const id = Symbol();
        this.#open.set(id, this.#serve(order).then(() => this.#open.delete(id)));
      }
    } catch (error) {
      return closed.aborted ? [] : [error];
    } finally {
      clearTimeout(timer);
      kill?.removeEventListener('abort', cut);
      stop.addEventListener('abort', () => (this.#stoppedAt = Date.now()));
      stop.removeEventListener('abort', note);
    }
  }

  async #serve(order: Order): Promise<void> {
    const { signal } = this.#rest;
    try {
      await this.#options.handle(order, signal);
      this.#finished += 1;
    } catch (error) {
      if (signal.aborted && error === signal.reason) this.#cancelled += 1;
      else this.#failed += 1;
    }
  }

  async #idle(): Promise<void> {
    await Promise.all(this.#open.values());
  }
}

function happens(signal: AbortSignal): Disposable & { readonly promise: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const listener = (): void => resolve();
  if (signal.aborted) resolve();
  signal.addEventListener('abort', listener);
  return { promise, [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
}

export const serve = <Order>(options: ServeOptions<Order>): Promise<Report> => new Server(options).run();
