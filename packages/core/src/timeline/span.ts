import type { TaskStatus, TimelineEvent } from './event.ts';

/**
 * One bar of a Gantt chart: what ran, from when to when in milliseconds, and how it ended.
 *
 * @example
 * const span: Span = { task: 'kettle', from: 0, to: 3000 };
 * console.log(gantt(eventsOf([span])));
 */
export interface Span {
  /** The name of the task. */
  readonly task: string;
  readonly from: number;
  readonly to: number;
  /** 'fulfilled' when not given; 'pending' when it had not ended. */
  readonly status?: TaskStatus | 'pending';
}

/**
 * The timeline on which these spans ran. {@link spansOf} gives them back, in the order of their beginnings.
 *
 * @example
 * const events = eventsOf([{ task: 'kettle', from: 0, to: 3000 }, { task: 'music', from: 0, to: 2000 }]);
 * console.log(events.map(({ t, type }) => `${t} ${type}`));
 */
export function eventsOf(spans: readonly Span[]): TimelineEvent[] {
  const moments = spans.flatMap(({ task: name, from, to, status = 'fulfilled' }, index) => {
    const task = `s${index + 1}`;
    const begin = { t: from, entry: { type: 'task.create', task, name, by: null } } as const;
    return status === 'pending' ? [begin] : [begin, { t: to, entry: { type: 'task.done', task, status } } as const];
  });
  return moments
    .toSorted((a, b) => a.t - b.t)
    .map(({ t, entry }, seq) => ({ v: 1, seq, t, ...entry }));
}

/**
 * When each task ran, from its creation to its end, in the order of their beginnings. A task that has not ended lasts until the last event.
 *
 * @example
 * const recorder = new Recorder();
 * recorder.begin('kettle')();
 * console.log(spansOf(recorder.events).map(({ task, to, status }) => `${task} ${to} ${status}`));
 */
export function spansOf(events: readonly TimelineEvent[]): Required<Span>[] {
  const spans: Draft[] = [];
  const open = new Map<string, Draft>();
  const end = events.at(-1)?.t ?? 0;
  for (const event of events) {
    if (event.type === 'task.create') {
      const draft: Draft = { task: event.name, from: event.t, to: end, status: 'pending' };
      spans.push(draft);
      open.set(event.task, draft);
    } else if (event.type === 'task.rename') {
      const draft = open.get(event.task);
      if (draft) draft.task = event.name;
    } else if (event.type === 'task.done') {
      const draft = open.get(event.task);
      if (draft) Object.assign(draft, { to: event.t, status: event.status });
      open.delete(event.task);
    }
  }
  return spans;
}

/** A span that is being read. */
type Draft = { -readonly [Key in keyof Span]-?: NonNullable<Span[Key]> };
