import type { TimelineEvent } from './event.ts';
import { type Span, spansOf } from './span.ts';
import { fitText, textWidth } from './text-width.ts';

export interface GanttOptions {
  /** Columns that a line may take; 80 when not given. */
  readonly width?: number;
  /** The milliseconds that the full width stands for; give two charts the same, and they can be compared. The end of the last span when not given. */
  readonly until?: number;
}

/** What follows the bar of a task that did not end well. */
const endings = { fulfilled: '', rejected: '✗', cancelled: '⊘', pending: '…' } as const;

/**
 * Draws when each task ran, one line for each name, in the order of their beginnings. Names are aligned by the columns
 * they take, so Chinese ones are too. `✗` ends a task that failed, `⊘` one that was cancelled, `…` one that never ended.
 *
 * @returns the lines, joined, without a line feed at the end; an empty string when no task ran
 */
export function gantt(events: readonly TimelineEvent[], { width = 80, until }: GanttOptions = {}): string {
  const spans = spansOf(events);
  const rows = rowsOf(spans);
  const label = Math.min(Math.max(0, ...spans.map(({ task }) => textWidth(task))), Math.floor(width / 2));
  const columns = Math.max(1, width - label - 2);
  const end = until ?? Math.max(0, ...spans.map(({ to }) => to));
  const columnOf = (t: number): number => (end === 0 ? 0 : Math.min(columns, Math.round((t / end) * columns)));
  return rows.map((row) => `${fitText(row.task, label)} ${draw(row.spans, columnOf)}`.trimEnd()).join('\n');
}

interface Row {
  readonly task: string;
  readonly spans: Required<Span>[];
}

/** Spans of the same name share a line as long as they do not overlap. */
function rowsOf(spans: readonly Required<Span>[]): readonly Row[] {
  const rows: Row[] = [];
  for (const span of spans) {
    const free = rows.find(({ task, spans: [...taken] }) => task === span.task && taken.every(({ to }) => to <= span.from));
    if (free) free.spans.push(span);
    else rows.push({ task: span.task, spans: [span] });
  }
  return rows;
}

function draw(spans: readonly Required<Span>[], columnOf: (t: number) => number): string {
  let line = '';
  for (const { from, to, status } of spans) {
    const begin = Math.max(columnOf(from), line.length);
    line = line.padEnd(begin) + '█'.repeat(Math.max(1, columnOf(to) - begin)) + endings[status];
  }
  return line;
}
