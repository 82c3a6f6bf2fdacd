// fails: once, errors
// Hands on the result only: an error finds nobody who listens.
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return function (this: This, ...args: Args): PromiseLike<Result> {
    let awaited = false;
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      return await fn.apply(this, args);
    };
    return { then: (onDone) => start().then(onDone) };
  };
}
