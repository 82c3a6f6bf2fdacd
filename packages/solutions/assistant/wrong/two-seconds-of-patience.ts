// fails: together, many, at-once, answers, failure-announced, failure-harmless, fails-at-the-start, same-name, calls-together, summary, nothing-left
// Takes a job for a failed one when it lasts longer than two seconds.
import { createTask, sleep } from '@teatime/core';
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
      const patience = sleep(2000).then((): Answer => ({ name: job.name, status: 'rejected', reason: new Error('too slow') }));
      const answer = await Promise.race([answerTo(job), patience]);
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
