// fails: this
// Keeps the `this` of the first call for all the others.
interface Thenable<Result> {
  then(resolve: (result: Result | PromiseLike<Result>) => void, reject: (error: unknown) => void): void;
}

export function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (this: unknown, ...args: Args) => Thenable<Result> {
  let self: unknown;
  return function (...args) {
    self ??= this;
    let awaited = false;
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      return await fn.apply(self, args);
    };
    return { then: (resolve, reject) => void start().then(resolve, reject) };
  };
}
