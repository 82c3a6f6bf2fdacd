// Right as well: a counter in the place of a set, and a promise that the last one resolves. The body is counted like a task.
import { CancelledError, coroutine, createTask, type Awaitable, type Task, type TaskOptions } from '@teatime/core';

export interface TaskGroup {
  readonly signal: AbortSignal;
  createTask<T>(work: (signal: AbortSignal) => Awaitable<T>, options?: TaskOptions): Task<T>;
}

export interface TaskGroupOptions {
  readonly signal?: AbortSignal | undefined;
}

export function taskGroup<T>(body: (group: TaskGroup) => Awaitable<T>, options: TaskGroupOptions = {}): Promise<T> {
  const outer = options.signal;
  if (outer?.aborted) return Promise.reject(outer.reason);
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const controller = new AbortController();
  const errors = new Set<unknown>();
  const onAbort = (): void => controller.abort(outer?.reason);
  outer?.addEventListener('abort', onAbort, { once: true });
  let inside = 1;
  let finish = (): void => {};

  const leave = (): void => {
    inside -= 1;
    if (inside > 0) return;
    outer?.removeEventListener('abort', onAbort);
    if (errors.size > 0) reject(new AggregateError(errors));
    else if (controller.signal.aborted) reject(controller.signal.reason);
    else finish();
  };
  const failed = (error: unknown): void => {
    if (!controller.signal.aborted || error !== controller.signal.reason) {
      errors.add(error);
      controller.abort(new CancelledError());
    }
    leave();
  };

  const group: TaskGroup = {
    get signal() {
      return controller.signal;
    },
    createTask<R>(work: (signal: AbortSignal) => Awaitable<R>, taskOptions?: TaskOptions): Task<R> {
      if (inside === 0) throw new TypeError('this group has ended');
      controller.signal.throwIfAborted();
      inside += 1;
      const own = new AbortController();
      const task: Task<R> = createTask(coroutine(() => work(own.signal))(), taskOptions);
      for (const signal of [controller.signal, task.signal]) signal.addEventListener('abort', () => own.abort(signal.reason));
      task.then(leave, (error: unknown) => (task.cancelled() ? leave() : failed(error)));
      return task;
    },
  };

  void (async () => await body(group))().then((value) => {
    finish = () => resolve(value);
    leave();
  }, failed);
  return promise;
}
