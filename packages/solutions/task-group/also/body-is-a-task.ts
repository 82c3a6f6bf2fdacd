// Right as well: the body is the first task of the group, and everybody is watched in one recursive function.
import { CancelledError, Coroutine, createTask, type Awaitable, type Task, type TaskOptions } from '@teatime/core';

export interface TaskGroup {
  readonly signal: AbortSignal;
  createTask<T>(work: (signal: AbortSignal) => Awaitable<T>, options?: TaskOptions): Task<T>;
}

export interface TaskGroupOptions {
  readonly signal?: AbortSignal | undefined;
}

export async function taskGroup<T>(body: (group: TaskGroup) => Awaitable<T>, { signal: outer }: TaskGroupOptions = {}): Promise<T> {
  if (outer?.aborted) throw outer.reason;
  const { signal, abort } = stopper(outer);
  const tasks: Task<unknown>[] = [];
  const failures: { readonly of: unknown }[] = [];
  let state: 'open' | 'closed' = 'open';

  const createGroupTask = <R>(work: (signal: AbortSignal) => Awaitable<R>, options?: TaskOptions): Task<R> => {
    if (state === 'closed' || signal.aborted) throw new RangeError(`this group is ${state}`);
    const task: Task<R> = createTask(new Coroutine(async () => await work(AbortSignal.any([signal, task.signal])), 'task'), options);
    tasks.push(task);
    task.then(undefined, (error: unknown) => {
      if (error instanceof CancelledError) return;
      if (signal.aborted && Object.is(error, signal.reason)) return;
      if (!failures.some(({ of }) => of === error)) failures.push({ of: error });
      abort(new CancelledError());
    });
    return task;
  };

  const main = createGroupTask(() => body({ signal, createTask: createGroupTask }), { name: 'body' });
  await ended(tasks);
  state = 'closed';
  if (failures.length > 0) throw new AggregateError(failures.map(({ of }) => of));
  signal.throwIfAborted();
  return main.result();
}

async function ended(tasks: readonly Task<unknown>[], from = 0): Promise<void> {
  const task = tasks[from];
  if (!task) return;
  await task.catch(() => {});
  await ended(tasks, from + 1);
}

function stopper(outer: AbortSignal | undefined): { readonly signal: AbortSignal; readonly abort: (reason: unknown) => void } {
  const controller = new AbortController();
  const signals = outer ? [outer, controller.signal] : [controller.signal];
  return { signal: AbortSignal.any(signals), abort: (reason) => controller.abort(reason) };
}
