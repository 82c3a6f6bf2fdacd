// fails: fails-at-the-start
// Hangs its catch on the promise: what start() throws never becomes one.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export interface Job {
  readonly name: string;
  readonly start: () => Coroutine<string>;
}

export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

export async function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  return await Promise.all(
    jobs.map((job) =>
      createTask(job.start(), { name: job.name })
        .then((value): Answer => ({ name: job.name, status: 'fulfilled', value }))
        .catch((reason): Answer => ({ name: job.name, status: 'rejected', reason }))
        .then((answer) => {
          announce(answer);
          return answer;
        }),
    ),
  );
}
