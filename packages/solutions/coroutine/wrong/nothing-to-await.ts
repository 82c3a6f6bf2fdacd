// fails: lazy, runs-when-awaited, once, each-call-its-own, arguments, this, errors, one-in-another
// Returns a function to be called once more: `await` does not call functions.
export function coroutine<This, Args extends unknown[], Result>(fn: (this: This, ...args: Args) => Result | PromiseLike<Result>) {
  return function (this: This, ...args: Args): () => Promise<Result> {
    return async () => await fn.apply(this, args);
  };
}
