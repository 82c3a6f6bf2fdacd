import { coroutine, createTask } from '@teatime/core';
import type { Coroutine, Task } from '@teatime/core';

export interface Job {
  readonly name: string;
  readonly start: () => Coroutine<string>;
}

export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

/** Goes through the tasks as they are done, as in the exercise before, and remembers which place belongs to which task. */
export async function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  const places = new Map<Task<string>, number>();
  const summary: Answer[] = [];
  for (const [place, { name, start }] of jobs.entries()) {
    // A coroutine around the start: what start throws is then an error of the task.
    places.set(createTask(coroutine(async () => await start())(), { name }), place);
  }
  for await (const [task, outcome] of inOrder([...places.keys()])) {
    const answer = { name: task.name, ...outcome } as Answer;
    announce(answer);
    summary[places.get(task) ?? 0] = answer;
  }
  return summary;
}

async function* inOrder<T>(tasks: readonly Task<T>[]): AsyncGenerator<[Task<T>, PromiseSettledResult<T>]> {
  const done: [Task<T>, PromiseSettledResult<T>][] = [];
  let bell = Promise.withResolvers<void>();
  for (const task of tasks) {
    Promise.allSettled([task]).then(([outcome]) => {
      done.push([task, outcome]);
      bell.resolve();
    });
  }
  for (let left = tasks.length; left > 0; ) {
    await bell.promise;
    bell = Promise.withResolvers();
    for (const one of done.splice(0)) {
      left -= 1;
      yield one;
    }
  }
}
