import { coroutine, createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export interface Job {
  readonly name: string;
  readonly start: () => Coroutine<string>;
}

export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

class Answers<T> extends Promise<T> {}

const answerTo = coroutine(async ({ name, start }: Job, announce: (answer: Answer) => void): Promise<Answer> => {
  let answer: Answer;
  try {
    answer = { name, status: 'fulfilled', value: await start() };
  } catch (reason) {
    answer = { name, status: 'rejected', reason };
  }
  announce(answer);
  return answer;
});

/** Promises of a subclass, a task around each job instead of one of it, and a thenable in place of a promise. */
export function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  const all = Answers.all(jobs.map((job) => createTask(answerTo(job, announce), { name: job.name })));
  return { then: all.then.bind(all) } as Promise<Answer[]>;
}
