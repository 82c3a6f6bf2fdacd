// fails: same-name
// Keeps the answers by the names of the jobs: two jokes have the same answer in the summary.
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
  const byName = new Map<string, Answer>();
  const answers = jobs.map(async (job) => {
    let answer: Answer;
    try {
      answer = { name: job.name, status: 'fulfilled', value: await createTask(job.start(), { name: job.name }) };
    } catch (reason) {
      answer = { name: job.name, status: 'rejected', reason };
    }
    announce(answer);
    byName.set(job.name, answer);
  });
  await Promise.all(answers);
  return jobs.flatMap((job) => byName.get(job.name) ?? []);
}
