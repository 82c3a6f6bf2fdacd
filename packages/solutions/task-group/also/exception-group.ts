// Right as well: everything is a closure, the siblings are stopped with the first error itself, and the group's error has a class of its own.
import { Coroutine, createTask, type Awaitable, type Task, type TaskOptions } from '@teatime/core';

export interface TaskGroup {
  readonly signal: AbortSignal;
  createTask<T>(work: (signal: AbortSignal) => Awaitable<T>, options?: TaskOptions): Task<T>;
}

export interface TaskGroupOptions {
  readonly signal?: AbortSignal | undefined;
}

class ExceptionGroup extends AggregateError {
  override name = 'ExceptionGroup';
}

export async function taskGroup<T>(body: (group: TaskGroup) => Awaitable<T>, options: TaskGroupOptions = {}): Promise<T> {
  options.signal?.throwIfAborted();
  const inner = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, inner.signal]) : inner.signal;
  const exceptions: unknown[] = [];
  const watched: Promise<unknown>[] = [];
  let finished = false;

  const watch = async (work: PromiseLike<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if (work instanceof Object && 'cancelled' in work && typeof work.cancelled === 'function' && work.cancelled() === true) return;
      if (signal.aborted && error === signal.reason) return;
      exceptions.push(error);
      inner.abort(error);
    }
  };

  const group: TaskGroup = {
    signal,
    createTask: <R>(work: (stop: AbortSignal) => Awaitable<R>, taskOptions: TaskOptions = {}): Task<R> => {
      if (finished || signal.aborted) throw new Error('no more tasks');
      const task: Task<R> = createTask(new Coroutine(async () => await work(AbortSignal.any([task.signal, signal])), 'work'), taskOptions);
      watched.push(watch(task));
      return task;
    },
  };

  let value: { readonly of: T } | undefined;
  watched.push(watch((async () => {
    value = { of: await body(group) };
  })()));
  // The list grows while it is gone through.
  for (const one of watched) await one;
  finished = true;
  if (exceptions.length > 0) throw new ExceptionGroup(exceptions);
  options.signal?.throwIfAborted();
  if (!value) throw new Error('the body gave up');
  return value.of;
}
