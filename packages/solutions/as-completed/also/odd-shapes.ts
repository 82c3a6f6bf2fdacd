import type { Completion, Task } from '@teatime/core';

class News<T> extends Promise<T> {}

class Done<T> {
  readonly status = 'fulfilled';
  readonly task: Task<T>;
  readonly value: T;

  constructor(task: Task<T>, value: T) {
    this.task = task;
    this.value = value;
  }
}

class Failed<T> {
  readonly status = 'rejected';
  readonly task: Task<T>;
  readonly reason: unknown;

  constructor(task: Task<T>, reason: unknown) {
    this.task = task;
    this.reason = reason;
  }
}

/** Completions of classes, promises of a subclass, and steps that are thenables: for whoever awaits, it is all the same. */
export function asCompleted<T>(tasks: readonly Task<T>[]): AsyncIterableIterator<Completion<T>> {
  const different = [...new Set(tasks)];
  const bells: ((completion: Completion<T>) => void)[] = [];
  const places = different.map(() => new News<Completion<T>>((resolve) => bells.push(resolve)));
  for (const task of different) {
    task
      .then((value): Completion<T> => new Done(task, value))
      .catch((reason: unknown): Completion<T> => new Failed(task, reason))
      .then((completion) => bells.shift()?.(completion));
  }
  let next = 0;
  const steps = {
    next: () => {
      const place = places[next++];
      const step = place ? place.then((value) => ({ done: false as const, value })) : News.resolve({ done: true as const, value: undefined });
      return { then: step.then.bind(step) } as Promise<IteratorResult<Completion<T>, undefined>>;
    },
    [Symbol.asyncIterator]: () => steps,
  };
  return steps;
}
