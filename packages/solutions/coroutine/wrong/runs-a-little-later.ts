// fails: lazy, runs-when-awaited, once, each-call-its-own, errors, one-in-another
// Puts the start off to a timer instead of to the await.
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return function (this: This, ...args: Args): PromiseLike<Result> {
    return new Promise((resolve, reject) => {
      setTimeout(async () => {
        try {
          resolve(await fn.apply(this, args));
        } catch (error) {
          reject(error);
        }
      }, 0);
    });
  };
}
