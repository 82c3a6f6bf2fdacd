import type { TaskStatus } from '@teatime/core';
import type { Place } from './replay.ts';

/**
 * What the loop does, or a task that it runs, one thing after the other: the events of a recording, in which it is not always
 * known who runs, as one reads them. Times never go back.
 */
export type Act = { readonly t: number } & (
  /** A task is made. One that never runs is work that only has a beginning and an end. */
  | { readonly kind: 'make'; readonly task: string; readonly name: string; readonly by: string | null; readonly runs: boolean }
  | { readonly kind: 'name'; readonly task: string; readonly name: string }
  | { readonly kind: 'run'; readonly task: string }
  /** The task waits from here on: for a task, if that is known. */
  | { readonly kind: 'pause'; readonly task: string; readonly on: string | null }
  /** What the task waited for is there. */
  | { readonly kind: 'wake'; readonly task: string }
  | { readonly kind: 'end'; readonly task: string; readonly status: TaskStatus }
  | { readonly kind: 'cancel'; readonly task: string }
  | { readonly kind: 'set'; readonly task: string | null; readonly timer: number; readonly at: number }
  | { readonly kind: 'fire'; readonly task: string | null; readonly timer: number }
  | { readonly kind: 'clear'; readonly timer: number }
  | { readonly kind: 'block'; readonly task: string | null; readonly until: number }
  | { readonly kind: 'print'; readonly task: string | null; readonly text: string }
  | { readonly kind: 'stand'; readonly task: string; readonly place: Place | null }
);
