import { gantt, spansOf } from '@teatime/core';
import stringWidth from 'string-width';
import { visible } from '../../messages/visible.ts';
import type { TimelinePair } from '../../verdict/result.ts';
import { pad } from '../layout.ts';
import type { Style } from './style.ts';

/** When everything ran above when it should have: the same lines in the same order, on the same scale, and the time below. */
export function timelineBlock({ actual, expected }: TimelinePair, width: number, style: Style): readonly string[] {
  const { you, expected: wanted, notStarted } = style.words;
  const sideWidth = Math.max(stringWidth(you), stringWidth(wanted)) + 2;
  const columns = width - sideWidth;
  const spans = [...spansOf(actual), ...spansOf(expected)];
  const until = Math.max(0, ...spans.map(({ to }) => to));
  const label = Math.min(Math.floor(columns / 2), Math.max(0, ...spans.map(({ task }) => stringWidth(visible(task)))));
  const tasks = [...new Set(spansOf(expected).map(({ task }) => task))];
  const draw = (events: TimelinePair['actual'], side: string): readonly string[] =>
    visible(gantt(events, { width: columns, until, label, tasks }))
      .split('\n')
      .map((line) => (stringWidth(line) > label ? line : `${pad(line, label)} ${style.dim(notStarted)}`))
      .map((line, index) => `${style.dim(pad(index === 0 ? side : '', sideWidth))}${line}`);
  return [...draw(actual, you), ...draw(expected, wanted), style.dim(axis(sideWidth + label + 1, width - 1, `${until} ms`))];
}

/** The time at the left end of the bars and at the right one. */
function axis(from: number, to: number, end: string): string {
  return `${' '.repeat(from)}${pad('0', to - from - stringWidth(end))}${end}`;
}
