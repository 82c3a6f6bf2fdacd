import type { TimelineEvent } from './event.ts';
import { type Span, spansOf } from './span.ts';
import { fitText, textWidth } from './text-width.ts';

/**
 * How a chart is drawn.
 *
 * @example
 * const options: GanttOptions = { width: 60, until: 5000, tasks: ['kettle', 'music'] };
 * console.log(gantt(eventsOf([{ task: 'music', from: 0, to: 2000 }]), options));
 */
export interface GanttOptions {
  /** Columns that a line may take; 80 when not given. */
  readonly width?: number;
  /** The milliseconds that the full width stands for; give two charts the same, and they can be compared. The end of the last span when not given. */
  readonly until?: number;
  /** Columns for the names; give two charts the same. The longest name when not given, and never more than half of the width. */
  readonly label?: number;
  /** Names whose lines come first, in this order, and are there also for what did not run. */
  readonly tasks?: readonly string[];
}

/** What follows the bar of a task that did not end well. */
const endings = { rejected: '✗', cancelled: '⊘', pending: '…' } as const;

/**
 * Draws when each task ran, one line for each name, in the order of their beginnings. Names are aligned by the columns
 * they take, so Chinese ones are too. `✗` ends a task that failed, `⊘` one that was cancelled, `…` one that never ended.
 *
 * @returns the lines, joined, without a line feed at the end; an empty string when no task ran
 *
 * @example
 * console.log(gantt(eventsOf([
 *   { task: 'kettle', from: 0, to: 3000 },
 *   { task: 'music', from: 0, to: 2000, status: 'rejected' },
 * ])));
 */
export function gantt(events: readonly TimelineEvent[], options: GanttOptions = {}): string {
  const { width = 80, until, tasks = [] } = options;
  const spans = spansOf(events);
  const rows = [...tasks.flatMap((task) => rowsFor(task, spans)), ...rowsOf(spans.filter(({ task }) => !tasks.includes(task)))];
  const label = Math.min(options.label ?? most(rows.map(({ task }) => textWidth(task))), Math.floor(width / 2));
  const columns = Math.max(1, width - label - 2);
  const end = until ?? most(spans.map(({ to }) => to));
  const scale: Scale = { columns, columnOf: (t) => (end === 0 ? 0 : Math.min(columns, Math.round((t / end) * columns))) };
  return rows.map((row) => `${fitText(row.task, label)} ${draw(row.spans, scale)}`.trimEnd()).join('\n');
}

interface Scale {
  /** How many columns stand for the time. There is one more, for the sign after a bar. */
  readonly columns: number;
  readonly columnOf: (t: number) => number;
}

interface Row {
  readonly task: string;
  readonly spans: Required<Span>[];
}

/** Spans of the same name share a line as long as they do not overlap. */
function rowsOf(spans: readonly Required<Span>[]): readonly Row[] {
  const rows: Row[] = [];
  for (const span of spans) {
    const row = rows.find(({ task, spans: taken }) => task === span.task && (taken.at(-1)?.to ?? 0) <= span.from);
    if (row) row.spans.push(span);
    else rows.push({ task: span.task, spans: [span] });
  }
  return rows;
}

/** The lines of one name: an empty one when nothing of that name ran. */
function rowsFor(task: string, spans: readonly Required<Span>[]): readonly Row[] {
  const rows = rowsOf(spans.filter((span) => span.task === task));
  return rows.length > 0 ? rows : [{ task, spans: [] }];
}

/** Every span takes at least a column, so that it can be seen. */
function draw(spans: readonly Required<Span>[], { columns, columnOf }: Scale): string {
  const cells = Array.from({ length: columns + 1 }, () => ' ');
  for (const { from, to, status } of spans) {
    const begin = Math.min(columnOf(from), columns - 1);
    const end = Math.max(columnOf(to), begin + 1);
    cells.fill('█', begin, end);
    if (status !== 'fulfilled') cells[end] = endings[status];
  }
  return cells.join('');
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), 0);
}
