import type { Awaitable, Task, TaskOptions } from '@teatime/core';

/** What a body makes its tasks with. */
export interface TaskGroup {
  /** Aborts when the group is stopped: for what the body itself waits for. */
  readonly signal: AbortSignal;

  /**
   * Runs work beside everything else in the group.
   *
   * @param work is given a signal, which aborts when the group is stopped, or when the task alone is cancelled
   * @throws when the group is over or is being stopped
   */
  createTask<T>(work: (signal: AbortSignal) => Awaitable<T>, options?: TaskOptions): Task<T>;
}

export interface TaskGroupOptions {
  /** Stops the group from outside. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a body, which makes tasks, and ends when the body and all of its tasks have ended. The first failure stops the rest.
 * Mirrors `asyncio.TaskGroup`.
 *
 * @returns what the body gives; rejects with an AggregateError of everything that failed, in the order of time
 */
export async function taskGroup<T>(
  body: (group: TaskGroup) => Awaitable<T>,
  options: TaskGroupOptions = {},
): Promise<T> {
  throw new Error('taskGroup is empty. Begin with an object that has signal and createTask, and give it to the body · taskGroup 还是空的，先造一个带 signal 和 createTask 的对象，把它交给 body');
}
