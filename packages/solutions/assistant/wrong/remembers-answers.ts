// fails: calls-together
// Gives the answer of a job that was called the same an hour ago.
import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

/** Something that the assistant is asked to do. */
export interface Job {
  /** What it is called when it is announced. Two jobs may have the same name. */
  readonly name: string;
  /** Gives the coroutine that does it. Things can go wrong here, too. */
  readonly start: () => Coroutine<string>;
}

/** How a job ended. */
export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

/**
 * Does all jobs at the same time and announces each answer the moment it is there.
 *
 * @returns the answers, in the order in which the jobs were asked for, when all jobs are done
 */
export async function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  return await Promise.all(
    jobs.map(async (job) => {
      const answer = await answerTo(job);
      announce(answer);
      return answer;
    }),
  );
}

const known = new Map<string, string>();

/** Never throws: whatever goes wrong, at the start or later, is an answer. */
async function answerTo(job: Job): Promise<Answer> {
  const { name } = job;
  try {
    const value = known.get(name) ?? (await createTask(job.start(), { name }));
    known.set(name, value);
    return { name, status: 'fulfilled', value };
  } catch (reason) {
    return { name, status: 'rejected', reason };
  }
}
