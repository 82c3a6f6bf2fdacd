// fails: failure-announced, fails-at-the-start
// Starts a job that failed a second time.
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
    jobs.map(async (job) => {
      const first = await answerTo(job);
      const answer = first.status === 'rejected' ? await answerTo(job) : first;
      announce(answer);
      return answer;
    }),
  );
}

/** This part is right. */
async function answerTo({ name, start }: Job): Promise<Answer> {
  try {
    return { name, status: 'fulfilled', value: await createTask(start(), { name }) };
  } catch (reason) {
    return { name, status: 'rejected', reason };
  }
}
