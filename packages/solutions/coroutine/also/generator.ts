type Settle<Value> = (value: Value) => void;

/** A generator that runs once: its first step runs the function, every later one is an error. The `then` gives nothing back. */
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return function (this: This, ...args: Args) {
    const run = (): Result | PromiseLike<Result> => fn.apply(this, args);
    const steps = (function* () {
      yield run;
      for (;;) yield () => Promise.reject(new Error('cannot reuse already awaited coroutine'));
    })();

    function then(resolve?: Settle<Result> | null, reject?: Settle<unknown> | null): void {
      queueMicrotask(() => {
        try {
          Promise.resolve(steps.next().value?.() as Result).then(resolve, reject);
        } catch (error) {
          reject?.(error);
        }
      });
    }
    return { then } as unknown as PromiseLike<Result>;
  };
}
