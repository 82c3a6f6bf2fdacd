// fails: many
// Does fifty jobs at a time.
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
  const answers: Answer[] = [];
  const places = jobs.keys();
  const work = async (): Promise<void> => {
    for (const place of places) {
      const answer = await answerTo(jobs[place]!);
      announce(answer);
      answers[place] = answer;
    }
  };
  await Promise.all(Array.from({ length: 50 }, work));
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
