import type { HtmlWords } from '../../messages/html-report.ts';

/** From a second on, people think in seconds; all times of an axis up to `until` are told alike. */
export function timeLabel(ms: number, until: number, words: HtmlWords): string {
  return until < 1000 ? words.milliseconds(Number(ms.toFixed(2))) : words.seconds(Number((ms / 1000).toFixed(3)));
}
