// fails: fails-at-the-start
// Notes that a start went wrong, and does not start the jobs behind it.
import { createTask } from '@teatime/core';
import type { Coroutine, Task } from '@teatime/core';

export interface Job {
  readonly name: string;
  readonly start: () => Coroutine<string>;
}

export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

export async function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  const answers: Promise<Answer>[] = [];
  try {
    for (const job of jobs) {
      const task = createTask(job.start(), { name: job.name });
      answers.push(answerOf(task));
    }
  } catch (reason) {
    const answer: Answer = { name: jobs[answers.length].name, status: 'rejected', reason };
    announce(answer);
    answers.push(Promise.resolve(answer));
  }
  return await Promise.all(answers);

  async function answerOf(task: Task<string>): Promise<Answer> {
    let answer: Answer;
    try {
      answer = { name: task.name, status: 'fulfilled', value: await task };
    } catch (reason) {
      answer = { name: task.name, status: 'rejected', reason };
    }
    announce(answer);
    return answer;
  }
}
