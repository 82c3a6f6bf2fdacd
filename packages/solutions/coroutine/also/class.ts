/** A class with a private field: the body is taken out by the first who asks. */
class Coroutine<Result> implements PromiseLike<Result> {
  #body: (() => Result | PromiseLike<Result>) | undefined;

  constructor(body: () => Result | PromiseLike<Result>) {
    this.#body = body;
  }

  then<R1 = Result, R2 = never>(
    onDone?: ((value: Result) => R1 | PromiseLike<R1>) | null,
    onFailed?: ((reason: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    const body = this.#body;
    this.#body = undefined;
    return new Promise<Result>((resolve) => {
      if (!body) throw new Error('cannot reuse already awaited coroutine');
      resolve(body());
    }).then(onDone, onFailed);
  }
}

export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
) {
  return function (this: This, ...args: Args): Coroutine<Result> {
    return new Coroutine(() => Reflect.apply(fn, this, args));
  };
}
