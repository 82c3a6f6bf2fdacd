// fails: together, many, fails-at-the-start, same-name, calls-together, summary, nothing-left
// Starts everything and returns at once: the answers come when nobody expects them any more.
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
  const summary: Answer[] = [];

  jobs.forEach(async (job) => {
    let answer: Answer;
    try {
      const value = await createTask(job.start(), { name: job.name });
      answer = { name: job.name, status: 'fulfilled', value };
    } catch (reason) {
      answer = { name: job.name, status: 'rejected', reason };
    }
    announce(answer);
    summary.push(answer);
  });
  return summary;
}
