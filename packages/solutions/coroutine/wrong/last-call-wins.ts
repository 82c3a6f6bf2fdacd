// fails: each-call-its-own
// Keeps the arguments beside the function: a later call overwrites those of the call before.
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  let latest: Args;
  return function (this: This, ...args: Args): PromiseLike<Result> {
    latest = args;
    let awaited = false;
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      return await fn.apply(this, latest);
    };
    return { then: (onDone, onFailed) => start().then(onDone, onFailed) };
  };
}
