// fails: this
// An arrow function has no `this` of its own, and the call without a dot loses it.
export function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args: Args): PromiseLike<Result> => {
    let awaited = false;
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      return await fn(...args);
    };
    return { then: (onDone, onFailed) => start().then(onDone, onFailed) };
  };
}
