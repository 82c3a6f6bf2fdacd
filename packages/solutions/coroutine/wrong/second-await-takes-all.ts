// fails: once
// Awaiting a second time breaks the first await as well.
interface Thenable<Result> {
  then(resolve: (result: Result | PromiseLike<Result>) => void, reject: (error: unknown) => void): void;
}

export function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (this: unknown, ...args: Args) => Thenable<Result> {
  return function (...args) {
    let refuse: ((error: unknown) => void) | undefined;
    return {
      then: (resolve, reject) => {
        if (refuse) {
          const error = new Error('cannot reuse already awaited coroutine');
          refuse(error);
          reject(error);
          return;
        }
        refuse = reject;
        Promise.try(() => fn.apply(this, args)).then(resolve, reject);
      },
    };
  };
}
