import { clip } from '../layout.ts';
import type { Style } from './style.ts';

/** What a submission printed, marked as such, so that nobody takes it for the report's own words. */
export function outputBlock(output: readonly string[], limit: number, width: number, style: Style): readonly string[] {
  const lines = output.flatMap((line) => line.split('\n'));
  const shown = lines.length <= limit ? lines : lines.slice(0, limit - 1);
  const left = lines.length - shown.length;
  return [
    ...shown.map((line) => `${style.dim('│')} ${clip(line, width - 2)}`),
    ...(left > 0 ? [style.dim(`│ ${style.words.moreLines(left)}`)] : []),
  ];
}
