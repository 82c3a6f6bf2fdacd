import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export interface Job {
  readonly name: string;
  readonly start: () => Coroutine<string>;
}

export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

/** No async: a list with a place for every job, a counter, and then on both ways. */
export function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  return new Promise((resolve) => {
    const answers: Answer[] = [];
    let open = jobs.length;
    if (open === 0) resolve(answers);
    jobs.forEach(({ name, start }, place) => {
      const end = (answer: Answer): void => {
        answers[place] = answer;
        announce(answer);
        if (--open === 0) resolve(answers);
      };
      const fail = (reason: unknown): void => end({ name, status: 'rejected', reason });
      let task;
      try {
        task = createTask(start(), { name });
      } catch (reason) {
        fail(reason);
        return;
      }
      task.then((value) => end({ name, status: 'fulfilled', value }), fail);
    });
  });
}
