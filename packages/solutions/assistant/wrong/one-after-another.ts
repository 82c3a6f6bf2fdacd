// fails: together, many, at-once, failure-announced, failure-harmless, fails-at-the-start, calls-together, nothing-left
// Does the jobs one after the other: three jobs take five and a half seconds instead of three.
import type { Coroutine } from '@teatime/core';

export interface Job {
  readonly name: string;
  readonly start: () => Coroutine<string>;
}

export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

export async function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const job of jobs) {
    let answer: Answer;
    try {
      answer = { name: job.name, status: 'fulfilled', value: await job.start() };
    } catch (reason) {
      answer = { name: job.name, status: 'rejected', reason };
    }
    announce(answer);
    answers.push(answer);
  }
  return answers;
}
