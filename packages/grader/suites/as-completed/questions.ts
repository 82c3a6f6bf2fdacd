import type { Task } from '@teatime/core';
import { fail } from '@teatime/grader/kit';
import type { Member } from './collect.ts';
import { saysOfHidden } from './says-hidden.ts';

/** How often tasks were listened to, or asked how they are. */
export interface Questions {
  readonly asked: number;
  readonly most: number;
}

/** Counts the questions to the tasks of a team; who asks more often than `most` is stopped. */
export function countQuestions(team: readonly Member[], most: number): Questions {
  const questions = { asked: 0, most, tasks: team.length };
  for (const { task } of team) for (const name of ['then', 'done', 'cancelled', 'result', 'exception']) count(task, name, questions);
  return questions;
}

function count(task: Task<unknown>, name: string, questions: { asked: number; readonly most: number; readonly tasks: number }): void {
  const answer: unknown = Reflect.get(task, name);
  if (typeof answer !== 'function') return;
  Object.defineProperty(task, name, {
    value: (...args: readonly unknown[]): unknown => {
      questions.asked += 1;
      if (questions.asked > questions.most) fail(saysOfHidden.asksTooOften(questions.tasks, questions.asked));
      return Reflect.apply(answer, task, args);
    },
  });
}
