import type { TimelineEntry } from '@teatime/core';
import type { Place } from '../replay.ts';

/** A call of a function that can pause, from its beginning to its end. */
export interface Call {
  /** Undefined where nobody knows on whose behalf it goes on. */
  task: string | undefined;
  /** How far inside it is: one more than what called it, or last continued it. */
  depth: number;
  place: Place;
  state: 'runs' | 'waits' | 'over';
  /** The name of the task that it waits for. */
  awaits: string | undefined;
  /** A generator is continued by whoever calls it. */
  readonly isGenerator: boolean;
  /** It is what a task consists of that another one runs, as in a loop that somebody wrote: its steps are its own. */
  isTask: boolean;
  /** How that task has ended, which shows when the call has. */
  done: TimelineEntry | undefined;
}
