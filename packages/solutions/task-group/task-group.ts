import { coroutine, createTask, CancelledError, RuntimeError, type Awaitable, type Task, type TaskOptions } from '@teatime/core';

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
  { signal: outer }: TaskGroupOptions = {},
): Promise<T> {
  outer?.throwIfAborted();
  const group = new Group();
  const stop = (): void => group.stop(outer?.reason);
  outer?.addEventListener('abort', stop);
  try {
    return await group.run(body);
  } finally {
    outer?.removeEventListener('abort', stop);
  }
}

class Group implements TaskGroup {
  readonly #controller = new AbortController();
  readonly #running = new Set<Task<unknown>>();
  readonly #errors: unknown[] = [];
  #over = false;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  createTask<T>(work: (signal: AbortSignal) => Awaitable<T>, options?: TaskOptions): Task<T> {
    if (this.#over) throw new RuntimeError('the task group is over');
    if (this.signal.aborted) throw new RuntimeError('the task group is being stopped');
    const begin = coroutine(async () => await work(AbortSignal.any([this.signal, task.signal])));
    const task: Task<T> = createTask(begin(), options);
    this.#running.add(task);
    task.then(
      () => this.#running.delete(task),
      (error: unknown) => {
        this.#running.delete(task);
        if (!task.cancelled()) this.#fail(error);
      },
    );
    return task;
  }

  stop(reason: unknown): void {
    this.#controller.abort(reason);
  }

  async run<T>(body: (group: TaskGroup) => Awaitable<T>): Promise<T> {
    const running = (async () => await body(this))();
    await running.catch((error: unknown) => this.#fail(error));
    // Tasks may have made others meanwhile.
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
    this.#over = true;
    if (this.#errors.length > 0) throw new AggregateError(this.#errors, `failed in a task group: ${this.#errors.length}`);
    this.signal.throwIfAborted();
    return await running;
  }

  #fail(error: unknown): void {
    // Who was stopped passes on the reason: that is no failure.
    if (this.signal.aborted && error === this.signal.reason) return;
    // The body passes on the error of a task that it awaits.
    if (!this.#errors.includes(error)) this.#errors.push(error);
    this.stop(new CancelledError('the task group is being stopped'));
  }
}
