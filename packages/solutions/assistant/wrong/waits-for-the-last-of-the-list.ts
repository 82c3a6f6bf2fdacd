// fails: together, fails-at-the-start, same-name, calls-together, summary, nothing-left
// Waits for the last job of the list, and takes it for the last to be done.
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

  const answers = jobs.map(async (job, i): Promise<Answer> => {
    let answer: Answer;
    try {
      const value = await createTask(job.start(), { name: job.name });
      answer = { name: job.name, status: 'fulfilled', value };
    } catch (reason) {
      answer = { name: job.name, status: 'rejected', reason };
    }
    announce(answer);
    summary[i] = answer;
    return answer;
  });
  await answers.at(-1);
  return summary;
}
