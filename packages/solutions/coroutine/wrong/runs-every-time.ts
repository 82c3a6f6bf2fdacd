// fails: once
// Lazy, but every await runs the function again.
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return function (this: This, ...args: Args): PromiseLike<Result> {
    return { then: (onDone, onFailed) => (async () => await fn.apply(this, args))().then(onDone, onFailed) };
  };
}
