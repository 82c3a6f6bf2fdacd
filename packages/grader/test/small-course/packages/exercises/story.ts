import type { Coroutine } from '@teatime/core';

/** What a story is played with: the student's module, the language, and a place to print to. */
export interface Stage<Exercise> {
  readonly exercise: Exercise;
  readonly lang: 'en' | 'zh-CN';
  print(line: string): void;
}

/** The lesson's own program, told with the student's code in the place of the lesson's. */
export type Story<Exercise> = (stage: Stage<Exercise>) => Coroutine<void>;
