// fails: lazy, runs-when-awaited, once
// An async wrapper: it runs as soon as it is called, like every async function.
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return async function (this: This, ...args: Args): Promise<Result> {
    return await fn.apply(this, args);
  };
}
