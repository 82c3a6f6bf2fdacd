/**
 * A `Date` that takes the present time from `readTime`. All else is the real one's, the prototype too, so that `instanceof`
 * holds in both directions; nothing of it leads to the real one, whose time goes on.
 *
 * @param readTime milliseconds since 1970
 */
export function fakeDate(readTime: () => number): (...args: readonly unknown[]) => unknown {
  const RealDate = Date;
  const now = (): number => Math.floor(readTime());
  const fake = function Date(...args: readonly unknown[]): unknown {
    const target: unknown = new.target;
    // `Date()` may be called without `new`, and gives a string.
    if (typeof target !== 'function') return new RealDate(now()).toString();
    return Reflect.construct(RealDate, args.length === 0 ? [now()] : args, target);
  };
  const { now: _, ...statics } = Object.getOwnPropertyDescriptors(RealDate);
  Object.defineProperties(fake, { ...statics, now: { value: now, writable: true, configurable: true } });
  return fake;
}
