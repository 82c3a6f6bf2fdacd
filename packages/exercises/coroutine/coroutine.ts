/** What can be awaited: `await` calls its `then` with two functions, and waits until one of them is called. */
export interface Thenable<Result> {
  then(resolve: (result: Result | PromiseLike<Result>) => void, reject: (error: unknown) => void): void;
}

/**
 * Turns a function into a coroutine function. Calling that runs nothing: it gives a coroutine, which runs when it is
 * awaited, and only once.
 *
 * @example
 * const boilWater = coroutine(async (cups: number) => `${cups} cups of hot water`);
 * const boiling = boilWater(2); // nothing has happened yet
 * const water = await boiling;  // now it runs
 */
export function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (this: unknown, ...args: Args) => Thenable<Result> {
  throw new Error('coroutine is empty. Begin by returning a function · coroutine 还是空的，先返回一个函数');
}
