/** In the task's own words: `resolve` is called with whatever fn gave, a promise or not, and JavaScript waits for it. */
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return function (this: This, ...args: Args) {
    const run = (): Result | PromiseLike<Result> => fn.apply(this, args);
    let used = false;

    function then(resolve: (value: Result | PromiseLike<Result>) => void, reject: (reason: unknown) => void): void {
      if (used) {
        reject(new Error('cannot reuse already awaited coroutine'));
        return;
      }
      used = true;
      resolve(run());
    }
    return { then } as unknown as PromiseLike<Result>;
  };
}
