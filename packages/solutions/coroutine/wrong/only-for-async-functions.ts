// fails: runs-when-awaited
// Calls then on whatever the function returns: a function that is not async returns no promise.
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return function (this: This, ...args: Args): PromiseLike<Result> {
    let awaited = false;
    return {
      then: (onDone, onFailed) => {
        if (awaited) return Promise.reject<Result>(new Error('cannot reuse already awaited coroutine')).then(onDone, onFailed);
        awaited = true;
        const promise = fn.apply(this, args) as PromiseLike<Result>;
        return promise.then(onDone, onFailed);
      },
    };
  };
}
