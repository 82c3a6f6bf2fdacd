// fails: arguments
// Passes on one argument and forgets the others.
export function coroutine<This, First, Result>(
  fn: (this: This, first: First) => Result | PromiseLike<Result>,
): (this: This, first: First) => PromiseLike<Result> {
  return function (this: This, first: First): PromiseLike<Result> {
    let awaited = false;
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      return await fn.call(this, first);
    };
    return { then: (onDone, onFailed) => start().then(onDone, onFailed) };
  };
}
