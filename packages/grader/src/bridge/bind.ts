export type Callable = (...args: readonly unknown[]) => unknown;

export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}

/** A function, or a class, in whose place another one stands: which it is, is looked up at every use. */
export function bind(target: () => Callable): Callable {
  return function (this: unknown, ...args: readonly unknown[]): unknown {
    const callable = target();
    return new.target ? Reflect.construct(callable, args) : Reflect.apply(callable, this, args);
  };
}
