// fails: lazy
// When nobody has awaited it for a minute, it starts by itself.
interface Thenable<Result> {
  then(resolve: (result: Result | PromiseLike<Result>) => void, reject: (error: unknown) => void): void;
}

export function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (this: unknown, ...args: Args) => Thenable<Result> {
  return function (...args) {
    let awaited = false;
    let running: Promise<Result> | undefined;
    const run = (): Promise<Result> => (running ??= Promise.try(() => fn.apply(this, args)));
    const alarm = setTimeout(() => run().catch(() => {}), 60_000);
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      clearTimeout(alarm);
      return await run();
    };
    return { then: (resolve, reject) => void start().then(resolve, reject) };
  };
}
