/** The times that an axis up to `until` milliseconds is marked with: round ones, from 0 on, seven at most. */
export function ticksUpTo(until: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(until / 6));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((length) => until / length <= 6) ?? until;
  return Array.from({ length: Math.floor(until / step) + 1 }, (_, index) => index * step);
}
