/** A promise that runs late: it extends Promise, so that catch and finally come for nothing. */
class LazyPromise<T> extends Promise<T> {
  #work: (() => Promise<T>) | undefined;

  // What `then` and its relatives make are ordinary promises.
  static override get [Symbol.species]() {
    return Promise;
  }

  static from<T>(work: () => Promise<T>): LazyPromise<T> {
    const lazy = new LazyPromise<T>(() => {});
    lazy.#work = work;
    return lazy;
  }

  override then<R1 = T, R2 = never>(
    onDone?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onFailed?: ((reason: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    const work = this.#work ?? (() => Promise.reject(new Error('cannot reuse already awaited coroutine')));
    this.#work = undefined;
    return work().then(onDone, onFailed);
  }
}

export function coroutine<This, Args extends unknown[], Result>(
  fn: (this: This, ...args: Args) => Result | PromiseLike<Result>,
): (this: This, ...args: Args) => PromiseLike<Result> {
  return function (this: This, ...args: Args) {
    return LazyPromise.from(async () => await fn.apply(this, args));
  };
}
