import type { Completion, Task } from '@teatime/core';

type Answer<T> = IteratorResult<Completion<T>, undefined>;

/** An iterator written by hand: those who ask and those who are done meet in two lists, one of which is always empty. */
class Completions<T> implements AsyncIterableIterator<Completion<T>> {
  #done: Completion<T>[] = [];
  #asking: ((answer: Answer<T>) => void)[] = [];
  #left: number;

  constructor(tasks: ReadonlySet<Task<T>>) {
    this.#left = tasks.size;
    tasks.forEach((task) => {
      task
        .then(
          (value): Completion<T> => ({ task, status: 'fulfilled', value }),
          (reason): Completion<T> => ({ task, status: 'rejected', reason }),
        )
        .then((completion) => {
          const asking = this.#asking.shift();
          if (asking) asking({ done: false, value: completion });
          else this.#done.push(completion);
        });
    });
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  next(): Promise<Answer<T>> {
    if (this.#left === 0) return Promise.resolve({ done: true, value: undefined });
    this.#left -= 1;
    const value = this.#done.shift();
    if (value) return Promise.resolve({ done: false, value });
    return new Promise((resolve) => this.#asking.push(resolve));
  }
}

export const asCompleted = <T>(tasks: readonly Task<T>[]): AsyncIterableIterator<Completion<T>> =>
  new Completions(new Set(tasks));
