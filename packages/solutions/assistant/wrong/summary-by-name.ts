// fails: summary
// Keeps the answers in an object, by name: it gives numbers back in an order of its own.
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
  const byName: Record<string, Answer[]> = {};
  for (const { name } of jobs) byName[name] = [];
  await Promise.all(
    jobs.map(async (job) => {
      const answer = await answerTo(job);
      announce(answer);
      byName[job.name]?.push(answer);
    }),
  );
  return Object.values(byName).flat();
}

/** This part is right. */
async function answerTo({ name, start }: Job): Promise<Answer> {
  try {
    return { name, status: 'fulfilled', value: await createTask(start(), { name }) };
  } catch (reason) {
    return { name, status: 'rejected', reason };
  }
}
