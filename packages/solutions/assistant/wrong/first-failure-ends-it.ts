// fails: failure-announced, failure-harmless, fails-at-the-start, summary, nothing-left
// Leaves errors to Promise.all: the first one ends the assistant.
import { coroutine, createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export interface Job {
  readonly name: string;
  readonly start: () => Coroutine<string>;
}

export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

export async function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  const tasks = jobs.map((job) => createTask(coroutine(async () => await job.start())(), { name: job.name }));

  return await Promise.all(
    tasks.map(async (task) => {
      const answer: Answer = { name: task.name, status: 'fulfilled', value: await task };
      announce(answer);
      return answer;
    }),
  );
}
