// fails: siblings-stop, waits-for-clean-up, body-hears, body-fails, every-error, awaited-error, cancelled-task, tasks-from-tasks, outer, no-more-tasks, nested
// Waits for all with Promise.allSettled, and looks then who has failed.
import { coroutine, createTask, type Awaitable, type Task, type TaskOptions } from '@teatime/core';

export interface TaskGroup {
  readonly signal: AbortSignal;
  createTask<T>(work: (signal: AbortSignal) => Awaitable<T>, options?: TaskOptions): Task<T>;
}

export interface TaskGroupOptions {
  readonly signal?: AbortSignal | undefined;
}

export async function taskGroup<T>(body: (group: TaskGroup) => Awaitable<T>, options: TaskGroupOptions = {}): Promise<T> {
  const controller = new AbortController();
  const signal = options.signal ?? controller.signal;
  const tasks: Task<unknown>[] = [];
  const value = await body({
    signal,
    createTask: (work, taskOptions) => {
      const task = createTask(coroutine(() => work(signal))(), taskOptions);
      tasks.push(task);
      return task;
    },
  });
  const settled = await Promise.allSettled(tasks);
  const errors = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (errors.length > 0) {
    controller.abort(errors[0]);
    throw new AggregateError(errors);
  }
  return value;
}
