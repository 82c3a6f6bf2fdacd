import { createTask, coroutine } from '@teatime/core';
import type { Completion, Task } from '@teatime/core';

interface Link<T> {
  completion: Completion<T>;
  rest: Promise<Link<T> | undefined>;
}

/** A chain of promises: each completion comes with the promise of the next one. The tasks are watched by tasks. */
export function asCompleted<T>(tasks: readonly Task<T>[]): AsyncIterableIterator<Completion<T>> {
  const first = Promise.withResolvers<Link<T> | undefined>();
  let end = first;
  const unseen = new Set<Task<T>>();
  for (const task of tasks) unseen.add(task);
  let left = unseen.size;
  if (left === 0) end.resolve(undefined);

  const append = (completion: Completion<T>): void => {
    const rest = Promise.withResolvers<Link<T> | undefined>();
    end.resolve({ completion, rest: rest.promise });
    end = rest;
    if (--left === 0) end.resolve(undefined);
  };
  const watch = coroutine(async (task: Task<T>) => {
    try {
      append({ task, status: 'fulfilled', value: await task });
    } catch (reason) {
      append({ task, status: 'rejected', reason });
    }
  });
  for (const task of unseen) createTask(watch(task));

  async function* follow(link: Promise<Link<T> | undefined>): AsyncGenerator<Completion<T>> {
    const here = await link;
    if (!here) return;
    yield here.completion;
    yield* follow(here.rest);
  }
  return follow(first.promise);
}
