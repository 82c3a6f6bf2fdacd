import type { Random } from '@teatime/core';

/**
 * What durations have to be like.
 *
 * @example
 * const options: DurationOptions = { from: 100, to: 2000, ties: 1 };
 * const times = lab.durations(5, options);
 */
export interface DurationOptions {
  /** None is shorter, in virtual milliseconds; 24 when not given. */
  readonly from?: number;
  /** None is longer; about two minutes when not given. */
  readonly to?: number;
  /** How many of them are as long as the one before; none when not given. */
  readonly ties?: number;
}

/** The longest of a set: it is what tells who looks every now and then, so it is always nearly the same. */
const longest = { from: 102_000, to: 126_000 };

/**
 * `count` durations, ascending, from some milliseconds to minutes; one alone is long. They divide into two, three and four
 * whole parts, but are no multiples of five: who looks every 10 ms comes late.
 */
export function durations(random: Random, count: number, { from = 24, to = random.int(longest.from, longest.to), ties = 0 }: DurationOptions = {}): readonly number[] {
  const different = count - ties;
  const [least, most] = [Math.ceil(from / 12), Math.floor(to / 12)];
  const ratio = most / least;
  let dozens = least - 1;
  const steps = Array.from({ length: different }, (_, i) => {
    const share = different === 1 ? 1 : i / (different - 1);
    // Each a few times as long as the one before, with some room for chance; the last one is the longest allowed.
    const chance = share === 0 || share === 1 ? 0 : (random.next() - 0.5) / (2 * different);
    const target = Math.round(least * ratio ** (share + chance));
    // Enough are left below the longest for those that are to come.
    dozens = Math.max(dozens + 1, Math.min(target, most - 2 * (different - 1 - i)));
    if (dozens % 5 === 0) dozens += dozens < most ? 1 : -1;
    return 12 * dozens;
  });
  return [...steps, ...random.shuffle(steps).slice(0, ties)].toSorted((a, b) => a - b);
}
