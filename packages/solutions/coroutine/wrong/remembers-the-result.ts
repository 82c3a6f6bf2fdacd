// fails: once
// Lazy, but keeps the promise: awaiting again gives the first result once more.
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return function (this: This, ...args: Args): PromiseLike<Result> {
    let promise: Promise<Result> | undefined;
    return {
      then: (onDone, onFailed) => {
        promise ??= (async () => await fn.apply(this, args))();
        return promise.then(onDone, onFailed);
      },
    };
  };
}
