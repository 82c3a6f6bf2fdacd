/**
 * Turns a function into a coroutine function. Calling that runs nothing: it gives a coroutine, which runs when it is
 * awaited, and only once.
 *
 * @example
 * const boilWater = coroutine(async (cups: number) => `${cups} cups of hot water`);
 * const boiling = boilWater(2); // nothing has happened yet
 * const water = await boiling;  // now it runs
 */
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  throw new Error('coroutine is empty. Begin by returning a function · coroutine 还是空的，先返回一个函数');
}
