// fails: together, calls-together
// A second call has to wait until the first one is over.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export interface Job {
  readonly name: string;
  readonly start: () => Coroutine<string>;
}

export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

let last: Promise<unknown> = Promise.resolve();

export function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  const turn = last.then(() => work(jobs, announce));
  last = turn;
  return turn;
}

async function work(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  return await Promise.all(
    jobs.map(async (job) => {
      const answer = await answerTo(job);
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
