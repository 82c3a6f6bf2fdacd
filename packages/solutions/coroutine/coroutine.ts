/** What can be awaited: `await` calls its `then` with two functions, and waits until one of them is called. */
export interface Thenable<Result> {
  then(resolve: (result: Result | PromiseLike<Result>) => void, reject: (error: unknown) => void): void;
}

/**
 * Turns a function into a coroutine function. Calling that runs nothing: it gives a coroutine, which runs when it is
 * awaited, and only once.
 *
 * @throws Error 'cannot reuse already awaited coroutine', when the same coroutine is awaited again
 */
export function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (this: unknown, ...args: Args) => Thenable<Result> {
  return function (...args) {
    let awaited = false;

    // Async, so that what fn throws rejects, as what it rejects with does.
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      return await fn.apply(this, args);
    };

    return {
      then(resolve, reject) {
        start().then(resolve, reject);
      },
    };
  };
}
