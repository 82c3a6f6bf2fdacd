// fails: calls-together, summary
// Keeps the answers outside: a second call takes them away from the first.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export interface Job {
  readonly name: string;
  readonly start: () => Coroutine<string>;
}

export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

let answers: Answer[] = [];

export async function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  answers = [];
  await Promise.all(
    jobs.map(async (job, place) => {
      const answer = await answerTo(job);
      announce(answer);
      answers[place] = answer;
    }),
  );
  return answers;
}

/** This part is right. */
async function answerTo({ name, start }: Job): Promise<Answer> {
  try {
    return { name, status: 'fulfilled', value: await createTask(start(), { name }) };
  } catch (reason) {
    return { name, status: 'rejected', reason };
  }
}
