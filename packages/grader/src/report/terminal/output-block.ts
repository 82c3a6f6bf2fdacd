import stringWidth from 'string-width';
import { clip } from '../layout.ts';
import type { Style } from './style.ts';

/**
 * What a submission printed, marked as such, so that nobody takes it for the report's own words. A line that it printed
 * again and again is shown once, with how often.
 */
export function outputBlock(output: readonly string[], limit: number, width: number, style: Style): readonly string[] {
  const runs = runsOf(output.flatMap((line) => line.split('\n')));
  const shown = runs.length <= limit ? runs : runs.slice(0, limit - 1);
  const left = runs.slice(shown.length).reduce((lines, { count }) => lines + count, 0);
  return [
    ...shown.map(({ line, count }) => {
      const times = count === 1 ? '' : style.words.times(count);
      return `${style.dim('│')} ${clip(line, width - 2 - stringWidth(times))}${style.dim(times)}`;
    }),
    ...(left > 0 ? [style.dim(`│ ${isCut(output) ? style.words.moreLinesThan(left - 1) : style.words.moreLines(left)}`)] : []),
  ];
}

/** What it printed ends with a mark where not all of it was kept. */
function isCut(output: readonly string[]): boolean {
  return output.at(-1) === '…';
}

interface Run {
  readonly line: string;
  readonly count: number;
}

function runsOf(lines: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.line === line) runs[runs.length - 1] = { line, count: last.count + 1 };
    else runs.push({ line, count: 1 });
  }
  return runs;
}
