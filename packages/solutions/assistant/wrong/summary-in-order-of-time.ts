// fails: fails-at-the-start, calls-together, summary
// Collects the summary while announcing: it comes in the order of the answers.
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

  const answers = jobs.map(async (job): Promise<Answer> => {
    let answer: Answer;
    try {
      const value = await createTask(job.start(), { name: job.name });
      answer = { name: job.name, status: 'fulfilled', value };
    } catch (reason) {
      answer = { name: job.name, status: 'rejected', reason };
    }
    announce(answer);
    summary.push(answer);
    return answer;
  });
  await Promise.all(answers);
  return summary;
}
