// fails: errors
// Makes an Error of every reason that is none.
interface Thenable<Result> {
  then(resolve: (result: Result | PromiseLike<Result>) => void, reject: (error: unknown) => void): void;
}

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
    return {
      then(resolve, reject) {
        start().then(resolve, (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))));
      },
    };
  };
}
