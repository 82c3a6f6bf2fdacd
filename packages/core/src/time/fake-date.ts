/**
 * A subclass of `Date` that takes the present time from `readTime`. Everything else is the real one's: parsing,
 * arithmetic, and `instanceof`, in both directions.
 *
 * @param readTime milliseconds since 1970
 */
export function fakeDate(readTime: () => number): object {
  const RealDate: new (...args: unknown[]) => Date = Date;
  const now = (): number => Math.floor(readTime());

  const FakeDate = class Date extends RealDate {
    constructor(...args: unknown[]) {
      super(...(args.length === 0 ? [now()] : args));
    }

    static now(): number {
      return now();
    }

    static override [Symbol.hasInstance](value: unknown): boolean {
      // A class that extends this one inherits the method, and has instances of its own.
      return this === callable ? value instanceof RealDate : Function.prototype[Symbol.hasInstance].call(this, value);
    }
  };

  // `Date()` may be called without `new`, and gives a string; a class may not.
  const callable = new Proxy(FakeDate, { apply: () => new RealDate(now()).toString() });
  Object.defineProperty(FakeDate, 'length', { value: RealDate.length, configurable: true });
  Object.defineProperty(FakeDate.prototype, 'constructor', { value: callable, writable: true, configurable: true });
  return callable;
}
