// fails: own-task
// Keeps what became of the tasks under their names: of two that are called the same the later one counts.
import type { Completion, Task } from '@teatime/core';

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>, void> {
  const different = new Set(tasks);
  const outcomes = new Map<string, Completion<T>>();
  const done: string[] = [];
  let ring = (): void => {};
  const note = (completion: Completion<T>): void => {
    outcomes.set(completion.task.name, completion);
    done.push(completion.task.name);
    ring();
  };
  for (const task of different) {
    task.then(
      (value) => note({ task, status: 'fulfilled', value }),
      (reason: unknown) => note({ task, status: 'rejected', reason }),
    );
  }
  for (let given = 0; given < different.size; given++) {
    while (done.length === 0) {
      await new Promise<void>((resolve) => {
        ring = resolve;
      });
    }
    const outcome = outcomes.get(done.shift() ?? '');
    if (outcome) yield outcome;
  }
}
