// fails: once
// Refuses the second await in words of its own, which nobody can look up.
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return function (this: This, ...args: Args): PromiseLike<Result> {
    let awaited = false;
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('already used');
      awaited = true;
      return await fn.apply(this, args);
    };
    return { then: (onDone, onFailed) => start().then(onDone, onFailed) };
  };
}
