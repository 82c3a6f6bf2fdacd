/** Calls a function as plain JavaScript would: with any arguments. */
export function callUntyped(fn: (...args: never[]) => unknown, ...args: readonly unknown[]): unknown {
  return Reflect.apply(fn, undefined, args);
}
