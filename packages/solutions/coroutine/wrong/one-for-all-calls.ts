// fails: each-call-its-own, this, errors, one-in-another
// Keeps the note beside the function instead of beside each call: the second call is refused.
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  let awaited = false;
  return function (this: This, ...args: Args): PromiseLike<Result> {
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      return await fn.apply(this, args);
    };
    return { then: (onDone, onFailed) => start().then(onDone, onFailed) };
  };
}
