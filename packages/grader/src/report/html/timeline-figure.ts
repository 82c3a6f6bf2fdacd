import { spansOf } from '@teatime/core';
import type { Span, TimelineEvent } from '@teatime/core';
import stringWidth from 'string-width';
import { ticksUpTo } from '../../player/time-axis.ts';
import type { TimelinePair } from '../../verdict/result.ts';
import { clip } from '../layout.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { timeLabel } from './time-label.ts';

/** Units of the drawing, which is as wide as the page lets it be. */
const width = 720;
const rowHeight = 22;
const barHeight = 12;
const labelColumns = 24;
const columnWidth = 7.4;
/** Room at the right, for the sign after a bar that ends with the time. */
const margin = 22;

/** More than these nobody can tell apart. */
const rowLimit = 24;
const spanLimit = 2000;

/** When everything ran, above when it should have, on the same scale. */
export function timelineFigure({ actual, expected }: TimelinePair, words: PageWords): Markup {
  const wanted = [...new Set(spansOf(expected).map(({ task }) => task))];
  const sides = [
    sideOf('you', words.you, actual, wanted),
    sideOf('expected', words.expected, expected),
  ];
  const until = Math.max(1, ...sides.flatMap(({ rows, blocks }) => [...rows.flatMap(({ spans }) => spans), ...blocks].map(({ to }) => to)));
  const labels = sides.flatMap(({ rows }) => rows.map(({ task }) => Math.min(labelColumns, stringWidth(task))));
  const left = 12 + columnWidth * Math.max(8, ...labels);
  const x = (t: number): number => round(left + ((width - margin - left) * t) / until);
  const timeOf = (t: number): string => timeLabel(t, until, words);
  let top = 0;
  const drawn = sides.map((side) => {
    const place = { top, x, timeOf };
    top += heightOf(side) + 8;
    return drawSide(side, place, words);
  });
  return html`<div class="scroll" tabindex="0"><svg class="timeline" viewBox="0 0 ${width} ${top + 16}" role="img" aria-label="${describe(sides, timeOf, words)}">
${ticksUpTo(until).map((t) => drawTick(timeOf(t), x(t), top))}${drawn}</svg></div>
`;
}

interface Side {
  readonly kind: 'you' | 'expected';
  readonly label: string;
  readonly rows: readonly Row[];
  /** Rows that are not drawn. */
  readonly left: number;
  /** When nothing else could run. */
  readonly blocks: readonly Pick<Span, 'from' | 'to'>[];
}

interface Row {
  readonly task: string;
  readonly spans: Required<Span>[];
}

/** @param wanted the names that have a row also when nothing of that name ran */
function sideOf(kind: Side['kind'], label: string, events: readonly TimelineEvent[], wanted: readonly string[] = []): Side {
  const rows: Row[] = wanted.map((task) => ({ task, spans: [] }));
  const spans = spansOf(events);
  for (const span of spans.slice(0, spanLimit)) {
    // Spans of the same name share a line as long as they do not overlap.
    const row = rows.find(({ task, spans: taken }) => task === span.task && (taken.at(-1)?.to ?? 0) <= span.from);
    if (row === undefined) rows.push({ task: span.task, spans: [span] });
    else row.spans.push(span);
  }
  const shown = rows.slice(0, rowLimit);
  const blocks = events.flatMap((event) => (event.type === 'block' ? [{ from: event.t, to: event.t + event.ms }] : []));
  const left = rows.length - shown.length + Math.max(0, spans.length - spanLimit);
  return { kind, label, rows: shown, left, blocks: blocks.slice(0, spanLimit) };
}

function heightOf({ rows, left }: Side): number {
  return rowHeight * (1 + Math.max(1, rows.length) + (left > 0 ? 1 : 0));
}

interface Place {
  readonly top: number;
  readonly x: (t: number) => number;
  readonly timeOf: (t: number) => string;
}

function drawSide(side: Side, place: Place, words: PageWords): Markup {
  const { kind, label, rows, left, blocks } = side;
  const line = (index: number): number => place.top + rowHeight * (index + 1);
  const note = (text: string, index: number): Markup => html`<text class="note" x="0" y="${line(index) + 15}">${text}</text>\n`;
  const bands = blocks.map(({ from, to }) => {
    const [begin, end] = [place.x(from), place.x(to)];
    const height = rowHeight * Math.max(1, rows.length);
    return html`<rect class="block" x="${begin}" y="${line(0)}" width="${round(Math.max(2, end - begin))}" height="${height}"><title>${words.blocked} ${place.timeOf(to - from)}</title></rect>\n`;
  });
  return html`<g class="${kind}">
<text class="side" x="0" y="${place.top + 15}">${label}</text>
${bands}${rows.map((row, index) => drawRow(row, line(index), place, words))}${
    rows.length === 0 ? note(words.nothingRan, 0) : undefined
  }${left > 0 ? note(words.moreRows(left), rows.length) : undefined}</g>
`;
}

function drawRow({ task, spans }: Row, top: number, { x, timeOf }: Place, words: PageWords): Markup {
  const bars = spans.map(({ from, to, status }) => {
    const begin = x(from);
    const length = Math.max(3, x(to) - begin);
    const sign = status === 'fulfilled' ? undefined : html`<text class="sign" x="${round(begin + length + 4)}" y="${top + 15}">${signs[status]}</text>`;
    return html`<rect class="bar ${status}" x="${begin}" y="${top + 5}" width="${round(length)}" height="${barHeight}" rx="3"><title>${task}: ${timeOf(from)} – ${timeOf(to)}</title></rect>${sign}`;
  });
  return html`<text x="0" y="${top + 15}">${clip(task.replaceAll('\n', ' '), labelColumns)}</text>${spans.length === 0 ? html`<text class="note" x="${x(0)}" y="${top + 15}">${words.notStarted}</text>` : bars}\n`;
}

const signs = { rejected: '✗', cancelled: '⊘', pending: '…' } as const;

function drawTick(time: string, x: number, bottom: number): Markup {
  return html`<line class="tick" x1="${x}" y1="${rowHeight}" x2="${x}" y2="${bottom - 4}"/><text class="time" x="${x}" y="${bottom + 10}" text-anchor="middle">${time}</text>\n`;
}

/** The same in words. */
function describe(sides: readonly Side[], timeOf: Place['timeOf'], words: PageWords): string {
  const told = sides.map(({ label, rows }) => {
    const bars = rows.flatMap(({ task, spans }) =>
      spans.length === 0 ? [`${task} ${words.notStarted}`] : spans.slice(0, 8).map(({ from, to }) => `${task} ${timeOf(from)} – ${timeOf(to)}`),
    );
    return `${label}: ${bars.length === 0 ? words.nothingRan : bars.join(', ')}`;
  });
  return `${words.timeline}. ${told.join('; ')}`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
