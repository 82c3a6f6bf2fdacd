/**
 * A subclass of `Date` that takes the present time from `readTime`. Everything else is the real one's: parsing, arithmetic,
 * and `instanceof`, in both directions.
 *
 * @param readTime milliseconds since 1970
 */
export function fakeDate(readTime: () => number): object {
  const RealDate = Date;
  const now = (): number => Math.floor(readTime());

  // A function, because `Date()` may be called without `new`, which a class may not.
  function FakeDate(...args: unknown[]): unknown {
    if (new.target === undefined) return new RealDate(now()).toString();
    return Reflect.construct(RealDate, args.length === 0 ? [now()] : args, new.target);
  }

  Object.setPrototypeOf(FakeDate, RealDate);
  FakeDate.prototype = Object.create(RealDate.prototype);
  hide(FakeDate, 'name', 'Date');
  hide(FakeDate, 'length', RealDate.length);
  hide(FakeDate, 'now', now);
  hide(FakeDate.prototype, 'constructor', FakeDate);
  hide(FakeDate, Symbol.hasInstance, function (this: unknown, value: unknown): boolean {
    return this === FakeDate ? value instanceof RealDate : Function.prototype[Symbol.hasInstance].call(this, value);
  });
  return FakeDate;
}

/** Defines a property as built-ins have theirs: writable, and not listed. */
function hide(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: false, configurable: true });
}
