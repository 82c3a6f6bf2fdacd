// Right as well: `await using` waits for the list of tasks on every way out, and the errors are kept beside it. To stop is to cancel each task.
import { CancelledError, coroutine, createTask, type Awaitable, type Task, type TaskOptions } from '@teatime/core';

export interface TaskGroup {
  readonly signal: AbortSignal;
  createTask<T>(work: (signal: AbortSignal) => Awaitable<T>, options?: TaskOptions): Task<T>;
}

export interface TaskGroupOptions {
  readonly signal?: AbortSignal | undefined;
}

class TaskList implements TaskGroup, AsyncDisposable {
  readonly errors: unknown[] = [];
  readonly #controller = new AbortController();
  readonly signal = this.#controller.signal;
  readonly #tasks: Task<unknown>[] = [];
  #isOpen = true;

  createTask<T>(work: (signal: AbortSignal) => Awaitable<T>, options?: TaskOptions): Task<T> {
    if (!this.#isOpen || this.signal.aborted) throw new Error('closed');
    const task: Task<T> = createTask(coroutine(async () => await work(task.signal))(), options);
    task.catch((error: unknown) => this.failed(error));
    this.#tasks.push(task);
    return task;
  }

  failed(error: unknown): void {
    // Every task is stopped with a reason of its own.
    if (error instanceof CancelledError || (this.signal.aborted && error === this.signal.reason)) return;
    if (!this.errors.includes(error)) this.errors.push(error);
    this.stop(new CancelledError());
  }

  stop(reason: unknown): void {
    if (this.signal.aborted) return;
    this.#controller.abort(reason);
    for (const task of this.#tasks) task.cancel();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    while (this.#tasks.some((task) => !task.done())) await Promise.allSettled(this.#tasks);
    this.#isOpen = false;
  }
}

export async function taskGroup<T>(body: (group: TaskGroup) => Awaitable<T>, options: TaskGroupOptions = {}): Promise<T> {
  const { signal } = options;
  signal?.throwIfAborted();
  const list = new TaskList();
  const stop = (): void => list.stop(signal?.reason);
  signal?.addEventListener('abort', stop);
  const running = inside(list, body);
  await running.catch(() => {});
  signal?.removeEventListener('abort', stop);
  if (list.errors.length > 0) throw new AggregateError(list.errors, 'failed');
  signal?.throwIfAborted();
  return await running;
}

async function inside<T>(list: TaskList, body: (group: TaskGroup) => Awaitable<T>): Promise<T> {
  await using open = list;
  try {
    return await body(open);
  } catch (error) {
    open.failed(error);
    throw error;
  }
}
