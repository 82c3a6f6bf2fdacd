// fails: errors
// Catches every error and gives it as if it were the result.
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return function (this: This, ...args: Args): PromiseLike<Result> {
    let awaited = false;
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      return await Promise.resolve(fn.apply(this, args)).catch((error) => error);
    };
    return { then: (onDone, onFailed) => start().then(onDone, onFailed) };
  };
}
