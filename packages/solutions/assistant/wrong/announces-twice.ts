// fails: many, answers, same-name, nothing-left, announce-throws
// Announces in the middle and once more to be sure.
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
  const answers = jobs.map(async (job): Promise<Answer> => {
    let answer: Answer;
    try {
      const value = await createTask(job.start(), { name: job.name });
      answer = { name: job.name, status: 'fulfilled', value };
      announce(answer);
    } catch (reason) {
      answer = { name: job.name, status: 'rejected', reason };
    }
    announce(answer);
    return answer;
  });
  return await Promise.all(answers);
}
