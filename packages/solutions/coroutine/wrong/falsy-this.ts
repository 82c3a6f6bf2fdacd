// fails: this
// A `this` that is falsy becomes the global object.
export function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (this: unknown, ...args: Args) => PromiseLike<Result> {
  return function (...args): PromiseLike<Result> {
    const self = this || globalThis;
    let awaited = false;
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      return await fn.apply(self, args);
    };
    return { then: (onDone, onFailed) => start().then(onDone, onFailed) };
  };
}
