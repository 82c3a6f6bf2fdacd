// fails: each-call-its-own, errors, one-in-another
// A coroutine waits until all that were awaited before it are done: one inside another waits for ever.
interface Thenable<Result> {
  then(resolve: (result: Result | PromiseLike<Result>) => void, reject: (error: unknown) => void): void;
}

let last: Promise<unknown> = Promise.resolve();

export function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (this: unknown, ...args: Args) => Thenable<Result> {
  return function (...args) {
    let awaited = false;
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      const result = last.then(() => fn.apply(this, args));
      last = result.catch(() => {});
      return await result;
    };
    return { then: (resolve, reject) => void start().then(resolve, reject) };
  };
}
