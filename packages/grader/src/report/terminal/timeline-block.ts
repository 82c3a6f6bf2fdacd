import { gantt, spansOf } from '@teatime/core';
import { visible } from '../../messages/visible.ts';
import type { TimelinePair } from '../../verdict/result.ts';
import { pad } from '../layout.ts';
import stringWidth from 'string-width';
import type { Style } from './style.ts';

/** When everything ran beside when it should have, on the same scale. */
export function timelineBlock({ actual, expected }: TimelinePair, width: number, style: Style): readonly string[] {
  const { you, expected: wanted } = style.words;
  const labelWidth = Math.max(stringWidth(you), stringWidth(wanted)) + 2;
  const until = Math.max(0, ...[...spansOf(actual), ...spansOf(expected)].map(({ to }) => to));
  const draw = (events: TimelinePair['actual'], label: string): readonly string[] =>
    visible(gantt(events, { width: width - labelWidth, until }))
      .split('\n')
      .map((line, index) => `${style.dim(pad(index === 0 ? label : '', labelWidth))}${line}`);
  return [...draw(actual, you), ...draw(expected, wanted)];
}
