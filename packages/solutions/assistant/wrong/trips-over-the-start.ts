// fails: fails-at-the-start
// Starts all jobs before the first try: an error in start() ends everything.
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
  const tasks = jobs.map((job) => createTask(job.start(), { name: job.name }));
  const answers = tasks.map(async (task): Promise<Answer> => {
    let answer: Answer;
    try {
      answer = { name: task.name, status: 'fulfilled', value: await task };
    } catch (reason) {
      answer = { name: task.name, status: 'rejected', reason };
    }
    announce(answer);
    return answer;
  });
  return await Promise.all(answers);
}
