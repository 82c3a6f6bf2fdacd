// fails: at-once, failure-announced, failure-harmless, fails-at-the-start, calls-together, summary, nothing-left
// Starts all at once, but waits for them in the order of the jobs: the joke is told after the reminder.
import { coroutine, createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export interface Job {
  readonly name: string;
  readonly start: () => Coroutine<string>;
}

export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

export async function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  const tasks = jobs.map((job) => createTask(coroutine(async () => await job.start())(), { name: job.name }));

  const answers: Answer[] = [];
  for (const task of tasks) {
    try {
      answers.push({ name: task.name, status: 'fulfilled', value: await task });
    } catch (reason) {
      answers.push({ name: task.name, status: 'rejected', reason });
    }
    announce(answers[answers.length - 1]);
  }
  return answers;
}
