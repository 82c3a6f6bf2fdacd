/** The longest time that JavaScript's timers can count: 2^31-1 ms, about 24.8 days. */
const longest = 2 ** 31 - 1;

/**
 * Seconds in milliseconds, to the microsecond: `seconds(1.1)` is 1100, not 1100.0000000000002.
 *
 * @example
 * await sleep(seconds(1.5)); // 1500 ms
 */
export function seconds(count: number): number {
  return Math.round(count * 1e6) / 1e3;
}

/**
 * JavaScript's own timers turn a time that makes no sense into 1 ms without a word; asyncio raises, and so does this.
 *
 * @throws TypeError when `ms` is not a number
 * @throws RangeError when it is NaN, negative or longer than timers can count
 */
export function requireDuration(ms: unknown, caller: string): asserts ms is number {
  if (typeof ms !== 'number') {
    throw new TypeError(`${caller} takes a number of milliseconds, got ${typeof ms === 'string' ? `'${ms}'` : String(ms)}`);
  }
  if (Number.isNaN(ms)) throw new RangeError(`${caller} cannot wait for NaN: a calculation went wrong before it`);
  if (ms < 0) throw new RangeError(`${caller} cannot wait for ${ms} ms: a time is never negative`);
  if (ms > longest) throw new RangeError(`${caller} cannot wait for ${ms} ms: timers count to ${longest} ms (24.8 days)`);
}
