// fails: once
// Notes that it was awaited a moment later: two awaits in one breath run the function twice.
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
      await null;
      awaited = true;
      return await fn.apply(this, args);
    };
    return { then: (resolve, reject) => void start().then(resolve, reject) };
  };
}
