// fails: together
// Takes a job for a failed one when it lasts longer than an hour.
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
      const answer = await limited(job);
      announce(answer);
      return answer;
    }),
  );
}

function limited(job: Job): Promise<Answer> {
  return new Promise((resolve) => {
    const tooSlow: Answer = { name: job.name, status: 'rejected', reason: new Error('too slow') };
    const patience = setTimeout(resolve, 3_600_000, tooSlow);
    void answerTo(job).then((answer) => {
      clearTimeout(patience);
      resolve(answer);
    });
  });
}

/** This part is right. */
async function answerTo({ name, start }: Job): Promise<Answer> {
  try {
    return { name, status: 'fulfilled', value: await createTask(start(), { name }) };
  } catch (reason) {
    return { name, status: 'rejected', reason };
  }
}
