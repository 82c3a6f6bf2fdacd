/**
 * Turns a function into a coroutine function. Calling that runs nothing: it gives a coroutine, which runs when it is
 * awaited, and only once.
 *
 * @throws Error 'cannot reuse already awaited coroutine', when the same coroutine is awaited again
 */
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return function (this: This, ...args: Args): PromiseLike<Result> {
    let awaited = false;

    // Async, so that what fn throws rejects, as what it rejects with does.
    const start = async (): Promise<Result> => {
      if (awaited) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      return await fn.apply(this, args);
    };

    return { then: (onDone, onFailed) => start().then(onDone, onFailed) };
  };
}
