import type { Sandbox } from '../../sandbox/probe.ts';
import type { GradeJob, GradeReply } from '../pool.ts';

/** The first message to a worker: what it grades with. */
export interface WorkerSetup {
  /** The root of the course. */
  readonly course: string;
  /** The exercises that were named; see `readCourse`. */
  readonly named: readonly string[];
  readonly sandbox: Sandbox;
}

export type ToWorker = { readonly t: 'setup'; readonly setup: WorkerSetup } | { readonly t: 'job'; readonly job: GradeJob };

export type FromWorker =
  | { readonly t: 'ready' }
  /** The course does not open: no job can be done. */
  | { readonly t: 'unfit'; readonly message: string }
  | { readonly t: 'reply'; readonly reply: GradeReply };
