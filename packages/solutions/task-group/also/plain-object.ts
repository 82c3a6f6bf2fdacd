// Right as well: the group is a plain object whose methods use `this`, and a number tells how many are at work.
import { coroutine, createTask, type Awaitable, type Task, type TaskOptions } from '@teatime/core';

export interface TaskGroup {
  readonly signal: AbortSignal;
  createTask<T>(work: (signal: AbortSignal) => Awaitable<T>, options?: TaskOptions): Task<T>;
}

interface Crew extends TaskGroup {
  readonly controller: AbortController;
  readonly errors: Set<unknown>;
  atWork: number;
  over: boolean;
  whenAlone: PromiseWithResolvers<undefined>;
  follow(promise: PromiseLike<unknown>, isAlone: () => boolean): void;
}

function crew(): Crew {
  return {
    controller: new AbortController(),
    errors: new Set(),
    atWork: 0,
    over: false,
    whenAlone: Promise.withResolvers<undefined>(),

    get signal() {
      return this.controller.signal;
    },

    createTask(work, options) {
      if (this.over || this.signal.aborted) throw new Error('nobody may join');
      const begin = coroutine(async () => await work(AbortSignal.any([task.signal, this.signal])));
      const task: Task<Awaited<ReturnType<typeof work>>> = createTask(begin(), options);
      this.follow(task, () => task.cancelled());
      return task;
    },

    follow(promise, isAlone) {
      this.atWork += 1;
      const leave = (): void => {
        this.atWork -= 1;
        if (this.atWork === 0) this.whenAlone.resolve(undefined);
      };
      promise.then(leave, (error: unknown) => {
        const isStop = this.signal.aborted && error === this.signal.reason;
        if (!isAlone() && !isStop) {
          this.errors.add(error);
          this.controller.abort(new Error('somebody failed'));
        }
        leave();
      });
    },
  };
}

export async function taskGroup<T>(
  body: (group: TaskGroup) => Awaitable<T>,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<T> {
  options.signal?.throwIfAborted();
  const group = crew();
  const stop = (): void => group.controller.abort(options.signal?.reason);
  options.signal?.addEventListener('abort', stop);
  const running = (async () => await body(group))();
  group.follow(running, () => false);
  await group.whenAlone.promise;
  group.over = true;
  options.signal?.removeEventListener('abort', stop);
  if (group.errors.size > 0) throw new AggregateError(group.errors, 'somebody failed');
  group.signal.throwIfAborted();
  return await running;
}
