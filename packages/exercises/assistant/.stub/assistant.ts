import type { Coroutine } from '@teatime/core';

/** Something that the assistant is asked to do. */
export interface Job {
  /** What it is called when it is announced. Two jobs may have the same name. */
  readonly name: string;
  /** Gives the coroutine that does it. Things can go wrong here, too. */
  readonly start: () => Coroutine<string>;
}

/** How a job ended. */
export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

/**
 * Does all jobs at the same time and announces each answer the moment it is there.
 *
 * @returns the answers, in the order in which the jobs were asked for, when all jobs are done
 */
export async function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  throw new Error('assist is empty. Begin by starting every job as a task · assist 还是空的，先把每个工作都作为任务启动');
}
