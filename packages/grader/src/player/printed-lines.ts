import type { PrintedLine, Recording } from './replay.ts';

/** What was printed in a run, in its order. */
export function printedLines({ events }: Pick<Recording, 'events'>): readonly PrintedLine[] {
  return events.flatMap((event) => (event.type === 'log' ? [{ t: event.t, task: event.task, text: event.text }] : []));
}

/** The same as one text. */
export function printedText(recording: Pick<Recording, 'events'>): string {
  return printedLines(recording).map(({ text }) => text).join('\n');
}
