import { RuntimeError } from './errors.ts';
import { currentLoop, type Loop } from './loop.ts';

/**
 * A call that has not begun yet. Making one runs nothing; `await` runs it, or `createTask` does, and only once.
 * Mirrors the coroutine objects that calling an `async def` function gives in Python.
 *
 * The class is a thenable, not a promise: its body runs when `then` is called for the first time, which is what `await` does.
 */
export class Coroutine<T> implements PromiseLike<T> {
  /** The name of the function that was called. */
  readonly name: string;
  readonly #loop: Loop;
  #body: (() => Promise<T>) | undefined;

  /** Most programs call what `coroutine` gives instead. The body may throw: that rejects the await. */
  constructor(body: () => Promise<T>, name: string) {
    this.name = name;
    this.#body = body;
    this.#loop = currentLoop();
    if (this.#loop.kind === 'run') this.#loop.untouched.add(this);
  }

  /**
   * Runs the body up to its first `await`, now; the second time it rejects.
   *
   * @returns a promise of the body's result; rejects with a RuntimeError when the coroutine was awaited before
   */
  then<R1 = T, R2 = never>(
    onFulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onRejected?: ((reason: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    return this.#start().then(onFulfilled, onRejected);
  }

  #start(): Promise<T> {
    const body = this.#take();
    if (body === undefined) return Promise.reject(new RuntimeError(alreadyAwaited));
    try {
      return body();
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** The body, for the first who asks; letting go of it lets the garbage collector have what it holds. */
  #take(): (() => Promise<T>) | undefined {
    const body = this.#body;
    this.#body = undefined;
    this.#loop.untouched.delete(this);
    return body;
  }

  /** Whether the coroutine can no longer be awaited. False for one from another copy of this module: it cannot be known. */
  static isUsedUp(coroutine: Coroutine<unknown>): boolean {
    return #body in coroutine && coroutine.#body === undefined;
  }

  /** Gives the coroutine a place to go: it is not reported as never awaited, whether or not its body ever runs. */
  static adopt(coroutine: Coroutine<unknown>): void {
    if (#loop in coroutine) coroutine.#loop.untouched.delete(coroutine);
  }

  /** Uses the coroutine up without running it, as asyncio closes the coroutine of a task that is cancelled before its start. */
  static close(coroutine: Coroutine<unknown>): void {
    if (#body in coroutine) coroutine.#take();
  }
}

export const alreadyAwaited = 'cannot reuse already awaited coroutine';

/**
 * Makes a coroutine function: calling it starts nothing and returns a lazy {@link Coroutine}.
 * Mirrors `async def`. Give it an async function; `this`, arguments and the function's name arrive.
 *
 * @example
 * const boilWater = coroutine(async (cups: number) => { await sleep(seconds(cups)); return 'hot water'; });
 * const water = await boilWater(3);
 */
export function coroutine<This, Args extends unknown[], T>(
  fn: (this: This, ...args: Args) => T | PromiseLike<T>,
): (this: This, ...args: Args) => Coroutine<Awaited<T>> {
  const call = function (this: This, ...args: Args): Coroutine<Awaited<T>> {
    return new Coroutine(() => Promise.resolve(fn.apply(this, args)), fn.name);
  };
  Object.defineProperty(call, 'name', { value: fn.name, configurable: true });
  Object.defineProperty(call, 'length', { value: fn.length, configurable: true });
  return call;
}
