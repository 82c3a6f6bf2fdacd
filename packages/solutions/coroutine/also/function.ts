/** What can be awaited. */
interface Thenable<Result> {
  then(resolve: (result: Result | PromiseLike<Result>) => void, reject: (error: unknown) => void): void;
}

/** The coroutine is a function with a `then`. */
export function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (this: unknown, ...args: Args) => Thenable<Result> {
  return function (...args) {
    let awaited = false;
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      return await fn.apply(this, args);
    };
    const then: Thenable<Result>['then'] = (resolve, reject) => {
      start().then(resolve, reject);
    };
    return Object.assign(() => {}, { then });
  };
}
