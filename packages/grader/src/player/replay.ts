import type { TimelineEvent } from '@teatime/core';
import type { Text } from '../messages/text.ts';

/** A run that was written down: what happened, and the sources that the places in it are of. */
export interface Recording {
  readonly events: readonly RecordedEvent[];
  readonly files: readonly RecordedFile[];
}

/** What core records, and where in its source a task stands, which only an instrumented run knows. */
export type RecordedEvent = TimelineEvent | StandEvent;

/** From here on the task stands at this place, or, with null, is out of the shown sources. */
export interface StandEvent {
  readonly v: 1;
  readonly seq: number;
  /** Milliseconds on the timeline. */
  readonly t: number;
  readonly type: 'stand';
  readonly task: string | null;
  readonly place: Place | null;
}

export interface RecordedFile {
  readonly name: string;
  readonly source: string;
}

export interface Place {
  /** The name of a recorded file. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A run as it can be gone through, forward and back: a picture of the whole for every step of it. */
export interface Replay {
  /** In the order in which the tasks were made. */
  readonly lanes: readonly Lane[];
  readonly printed: readonly PrintedLine[];
  readonly files: readonly RecordedFile[];
  /** At least one: before anything has happened. */
  readonly moments: readonly Moment[];
  /** How long the run took, in milliseconds. */
  readonly until: number;
}

/** A task over the whole run. */
export interface Lane {
  /** No other task has it. */
  readonly task: string;
  readonly name: string;
  readonly bars: readonly Bar[];
  /** When timers of the task go off. */
  readonly timers: readonly number[];
}

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly state: 'running' | 'ready' | 'waiting' | 'blocking';
}

export interface PrintedLine {
  readonly t: number;
  readonly task: string | null;
  readonly text: string;
}

/** Everything that is to be seen after a step. */
export interface Moment {
  readonly t: number;
  readonly tasks: readonly TaskMoment[];
  /** The tasks that could go on: the first is taken out next. */
  readonly ready: readonly string[];
  /** The soonest first. */
  readonly timers: readonly PendingTimer[];
  /** How many lines have been printed. */
  readonly printed: number;
  /** Where in the lesson's flow chart the loop is. */
  readonly node: ChartNode;
  /** The step in a sentence. */
  readonly says: Text;
}

/** A task that has been made by then. */
export interface TaskMoment {
  readonly task: string;
  readonly state: TaskState;
  readonly place: Place | null;
}

export type TaskState = 'running' | 'ready' | 'waiting' | 'blocking' | 'fulfilled' | 'rejected' | 'cancelled';

export interface PendingTimer {
  readonly task: string | null;
  readonly at: number;
}

/**
 * The nodes of the flow chart in section 3 of the lesson: the loop starts; is a task ready; run it; does it await; pause it; the task
 * ends; has anything happened; make the task ready that waited for it.
 */
export type ChartNode = 'start' | 'any-ready' | 'run' | 'awaits' | 'pause' | 'end' | 'happened' | 'wake';
