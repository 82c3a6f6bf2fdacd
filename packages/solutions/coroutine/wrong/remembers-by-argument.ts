// fails: each-call-its-own, this, errors
// Remembers results by the first argument, and does not run again for an equal one.
interface Thenable<Result> {
  then(resolve: (result: Result | PromiseLike<Result>) => void, reject: (error: unknown) => void): void;
}

export function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (this: unknown, ...args: Args) => Thenable<Result> {
  const known = new Map<unknown, Promise<Result>>();
  return function (...args) {
    let awaited = false;
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      const result = known.get(args[0]) ?? Promise.try(() => fn.apply(this, args));
      known.set(args[0], result);
      return await result;
    };
    return { then: (resolve, reject) => void start().then(resolve, reject) };
  };
}
