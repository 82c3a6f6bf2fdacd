/**
 * How a task ended: with a result, with an error, or cancelled.
 *
 * @example
 * const finish = new Recorder().begin('kettle');
 * const status: TaskStatus = 'cancelled';
 * finish(status);
 */
export type TaskStatus = 'fulfilled' | 'rejected' | 'cancelled';

/**
 * What can happen on a timeline. `task` is a key that no other task of its run has, not the name: two tasks may have the
 * same name. It is null where no task is known. Times are milliseconds.
 *
 * @example
 * const entry: TimelineEntry = { type: 'log', task: null, text: 'The water boils!' };
 * new Recorder().record(entry);
 */
export type TimelineEntry =
  /** A task was created, by another one or by none. */
  | { readonly type: 'task.create'; readonly task: string; readonly name: string; readonly by: string | null }
  | { readonly type: 'task.rename'; readonly task: string; readonly name: string }
  /** The task's code runs from here to `task.step.end`, without a pause. */
  | { readonly type: 'task.step.begin'; readonly task: string }
  | { readonly type: 'task.step.end'; readonly task: string }
  /** The task waits for another one, or for something else that has a name. */
  | { readonly type: 'task.await'; readonly task: string; readonly on: string }
  /** The task was asked to stop. */
  | { readonly type: 'task.cancel'; readonly task: string }
  | { readonly type: 'task.done'; readonly task: string; readonly status: TaskStatus }
  /** A timer was set, due at `at` on this timeline. */
  | { readonly type: 'timer.set'; readonly task: string | null; readonly id: number; readonly at: number }
  | { readonly type: 'timer.fire'; readonly task: string | null; readonly id: number }
  | { readonly type: 'timer.clear'; readonly task: string | null; readonly id: number }
  /** The whole thread was held up for `ms`, beginning here. */
  | { readonly type: 'block'; readonly task: string | null; readonly ms: number }
  | { readonly type: 'log'; readonly task: string | null; readonly text: string };

/**
 * When it happened: at `t` milliseconds on the timeline; `seq` orders what happens at the same instant.
 *
 * @example
 * const stamps: readonly TimelineStamp[] = eventsOf([{ task: 'kettle', from: 0, to: 3000 }]);
 * console.log(stamps.map(({ t }) => t)); // 0, 3000
 */
export interface TimelineStamp {
  /** The version of this schema. */
  readonly v: 1;
  readonly seq: number;
  readonly t: number;
}

/**
 * One event of a timeline: what the text Gantt, the player in the docs and the Chrome trace are drawn from.
 *
 * @example
 * const events: readonly TimelineEvent[] = eventsOf([{ task: 'kettle', from: 0, to: 3000 }]);
 * const done = events.filter((event) => event.type === 'task.done').map(({ status }) => status);
 */
export type TimelineEvent = TimelineStamp & TimelineEntry;
