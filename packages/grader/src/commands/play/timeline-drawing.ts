import { eventsOf, gantt, spansOf } from '@teatime/core';
import type { Span, TimelineEvent } from '@teatime/core';
import stringWidth from 'string-width';
import { playTexts } from '../../messages/play.ts';
import type { Language } from '../../messages/text.ts';
import { visible } from '../../messages/visible.ts';
import { indent, pad } from '../../report/layout.ts';

const words = playTexts.timeline;

/** What ran when, as lines of text: a bar for every task and every job, what blocked the thread, and the time below. */
export function timelineDrawing(
  events: readonly TimelineEvent[],
  { width, language }: { readonly width: number; readonly language: Language },
): string {
  const spans = [...spansOf(events), ...blocksIn(events, words.blocked[language])].map((span) => ({ ...span, task: visible(span.task) }));
  if (spans.length === 0) return `${words.nothing[language]}\n`;
  const until = Math.max(...spans.map(({ to }) => to));
  const columns = width - 2;
  const bars = gantt(eventsOf(spans), { width: columns, until }).split('\n');
  const label = Math.min(Math.max(...spans.map(({ task }) => stringWidth(task))), Math.floor(columns / 2));
  const signs = spans.some(({ status }) => status !== 'fulfilled') ? [words.signs[language]] : [];
  const lines = [...bars, axis(label + 1, columns - 1, until, language), ...signs];
  return `${words.heading[language]}\n${indent(lines, 2).join('\n')}\n`;
}

function blocksIn(events: readonly TimelineEvent[], task: string): readonly Required<Span>[] {
  return events.flatMap((event) =>
    event.type === 'block' ? [{ task, from: event.t, to: event.t + event.ms, status: 'fulfilled' as const }] : [],
  );
}

/** The time at the left end of the bars and at the right one. */
function axis(from: number, to: number, until: number, language: Language): string {
  const [begin, end] = [0, until].map((ms) => words.seconds(Number((ms / 1000).toFixed(2)))[language]);
  if (until === 0) return `${' '.repeat(from)}${begin ?? ''}`;
  return `${' '.repeat(from)}${pad(begin ?? '', to - from - stringWidth(end ?? ''))}${end ?? ''}`;
}
