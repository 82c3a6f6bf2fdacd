// fails: announce-throws
// What announce throws is taken for a failure of the job, which is announced once more.
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
  return await Promise.all(jobs.map((job) => done(job, announce)));
}

async function done({ name, start }: Job, announce: (answer: Answer) => void): Promise<Answer> {
  try {
    const answer: Answer = { name, status: 'fulfilled', value: await createTask(start(), { name }) };
    announce(answer);
    return answer;
  } catch (reason) {
    const answer: Answer = { name, status: 'rejected', reason };
    announce(answer);
    return answer;
  }
}
