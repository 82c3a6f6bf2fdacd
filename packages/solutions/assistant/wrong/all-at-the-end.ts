// fails: at-once, failure-announced, failure-harmless, fails-at-the-start, calls-together
// Waits until all are done and then announces one after the other.
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

  const outcomes = await Promise.allSettled(tasks);
  const answers = outcomes.map((outcome, i) => ({ name: jobs[i].name, ...outcome }) as Answer);
  for (const answer of answers) announce(answer);
  return answers;
}
