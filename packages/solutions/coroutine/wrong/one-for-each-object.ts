// fails: each-call-its-own
// Keeps the note by `this`: a method can be called once on each object, and the second call is refused.
export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  const objects = new WeakSet<object>();
  return function (this: This, ...args: Args): PromiseLike<Result> {
    let awaited = false;
    const start = async (): Promise<Result> => {
      const isKnown = typeof this === 'object' && this !== null && objects.has(this);
      if (awaited || isKnown) throw new Error('cannot reuse already awaited coroutine');
      awaited = true;
      if (typeof this === 'object' && this !== null) objects.add(this);
      return await fn.apply(this, args);
    };
    return { then: (onDone, onFailed) => start().then(onDone, onFailed) };
  };
}
