import { RuntimeError } from './errors.ts';
import { noteCreated, noteTaken } from './loop.ts';

/**
 * A call that has not begun yet. Making one runs nothing; `await` runs it, or `createTask` does, and only once.
 * Mirrors the coroutine objects that calling an `async def` function gives in Python.
 *
 * The class is a thenable, not a promise: its body runs when `then` is called for the first time, which is what `await` does.
 *
 * @example
 * const boilWater = coroutine(async () => 'hot water');
 * const boiling: Coroutine<string> = boilWater(); // nothing runs yet
 * console.log(await boiling); // now it does
 */
export class Coroutine<T> implements PromiseLike<T> {
  /** The name of the function that was called. */
  readonly name: string;
  #body: (() => Promise<T>) | undefined;

  /** Most programs call what `coroutine` gives instead. A body that throws rejects the await. */
  constructor(body: () => Promise<T>, name: string) {
    this.name = name;
    this.#body = body;
    noteCreated(this);
  }

  /** Whether it was awaited or closed, and so cannot be awaited any more. */
  get isUsedUp(): boolean {
    // An object that inherits from this class without having been made by it has no body to ask for.
    return #body in this && this.#body === undefined;
  }

  /**
   * Runs the body up to its first `await`, now. This is what `await` and `createTask` call.
   *
   * @returns a promise of the body's result; rejects with a RuntimeError when the coroutine is used up
   */
  then<R1 = T, R2 = never>(
    onFulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onRejected?: ((reason: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    return this.#start().then(onFulfilled, onRejected);
  }

  /** Uses the coroutine up without running it. Mirrors Python's `coroutine.close`, for one that has not begun. */
  close(): void {
    if (#body in this) this.#body = undefined;
    noteTaken(this);
  }

  #start(): Promise<T> {
    const body = this.#body;
    if (body === undefined) return Promise.reject(new RuntimeError(alreadyAwaited));
    this.close();
    try {
      return body();
    } catch (error) {
      return Promise.reject(error);
    }
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
