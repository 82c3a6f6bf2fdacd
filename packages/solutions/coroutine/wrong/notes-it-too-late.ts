// fails: once
// Notes that it was awaited only when it is done: two who await at the same time both run it.
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return function (this: This, ...args: Args): PromiseLike<Result> {
    let awaited = false;
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      const result = await fn.apply(this, args);
      awaited = true;
      return result;
    };
    return { then: (onDone, onFailed) => start().then(onDone, onFailed) };
  };
}
