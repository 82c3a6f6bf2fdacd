import { Coroutine, createTask } from '@teatime/core';

export interface Job {
  readonly name: string;
  readonly start: () => Coroutine<string>;
}

export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

/** Recursion: the first job, and meanwhile the assistant for all the others. */
export async function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  const [job, ...others] = jobs;
  if (!job) return [];
  const first = answer(job, announce);
  const rest = assist(others, announce);
  return [await first, ...(await rest)];
}

function answer({ name, start }: Job, announce: (answer: Answer) => void): Promise<Answer> {
  return new Promise<string>((resolve) => resolve(createTask(start(), { name })))
    .then<Answer, Answer>(
      (value) => ({ name, status: 'fulfilled', value }),
      (reason) => ({ name, status: 'rejected', reason }),
    )
    .then((result) => {
      announce(result);
      return result;
    });
}
