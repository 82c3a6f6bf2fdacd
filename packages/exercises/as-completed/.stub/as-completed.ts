import type { Completion, Task } from '@teatime/core';

/**
 * Gives the tasks in the order in which they are done, each at the moment it is done and together with its outcome.
 *
 * @example
 * for await (const completion of asCompleted(tasks)) {
 *   if (completion.status === 'fulfilled') console.log(completion.task.name, completion.value);
 *   else console.log(completion.task.name, 'failed:', completion.reason);
 * }
 */
export function asCompleted<T>(tasks: readonly Task<T>[]): AsyncIterableIterator<Completion<T>> {
  throw new Error('asCompleted is empty. Begin by listening to every task · asCompleted 还是空的，先给每个任务挂上 then');
}
