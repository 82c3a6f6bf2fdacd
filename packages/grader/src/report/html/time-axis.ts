import type { HtmlWords } from '../../messages/html-report.ts';

/** The times that an axis up to `until` milliseconds is marked with: round ones, from 0 on, seven at most. */
export function ticksUpTo(until: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(until / 6));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((length) => until / length <= 6) ?? until;
  return Array.from({ length: Math.floor(until / step) + 1 }, (_, index) => index * step);
}

/** From a second on, people think in seconds; all times of an axis up to `until` are told alike. */
export function timeLabel(ms: number, until: number, words: HtmlWords): string {
  return until < 1000 ? words.milliseconds(Number(ms.toFixed(2))) : words.seconds(Number((ms / 1000).toFixed(3)));
}
