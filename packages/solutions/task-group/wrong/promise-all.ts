// fails: siblings-stop, waits-for-clean-up, body-hears, body-fails, every-error, awaited-error, cancelled-task, tasks-from-tasks, outer, no-more-tasks, nested
// What everybody writes first: Promise.all over the body and the tasks that it has made.
import { coroutine, createTask, type Awaitable, type Task, type TaskOptions } from '@teatime/core';

export interface TaskGroup {
  readonly signal: AbortSignal;
  createTask<T>(work: (signal: AbortSignal) => Awaitable<T>, options?: TaskOptions): Task<T>;
}

export interface TaskGroupOptions {
  readonly signal?: AbortSignal | undefined;
}

export async function taskGroup<T>(body: (group: TaskGroup) => Awaitable<T>, options: TaskGroupOptions = {}): Promise<T> {
  const { signal } = new AbortController();
  const tasks: Task<unknown>[] = [];
  const value = await body({
    signal: options.signal ?? signal,
    createTask: (work, taskOptions) => {
      const task = createTask(coroutine(() => work(options.signal ?? signal))(), taskOptions);
      tasks.push(task);
      return task;
    },
  });
  await Promise.all(tasks);
  return value;
}
