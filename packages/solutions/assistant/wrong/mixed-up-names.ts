// fails: answers, failure-announced, calls-together, summary
// Takes the name from a variable that has moved on by the time the answer is there.
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
  let current = '';
  const answers = jobs.map(async (job): Promise<Answer> => {
    current = job.name;
    let answer: Answer;
    try {
      const value = await createTask(job.start(), { name: current });
      answer = { name: current, status: 'fulfilled', value };
    } catch (reason) {
      answer = { name: current, status: 'rejected', reason };
    }
    announce(answer);
    return answer;
  });
  return await Promise.all(answers);
}
