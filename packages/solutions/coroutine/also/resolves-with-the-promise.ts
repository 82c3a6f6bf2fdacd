/** What can be awaited. */
interface Thenable<Result> {
  then(resolve: (result: Result | PromiseLike<Result>) => void, reject: (error: unknown) => void): void;
}

/** In the task's own words: `resolve` is called with whatever fn gave, a promise or not, and JavaScript waits for it. */
export function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (this: unknown, ...args: Args) => Thenable<Result> {
  return function (...args) {
    const self = this;
    let used = false;
    return {
      then(resolve, reject) {
        if (used) {
          reject(new Error('cannot reuse already awaited coroutine'));
          return;
        }
        used = true;
        resolve(fn.apply(self, args));
      },
    };
  };
}
