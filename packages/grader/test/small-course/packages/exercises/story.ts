import type { Coroutine } from '@teatime/core';

/** What a story is played with: the student's module, the language, and a place to print to. */
export interface Stage<Exercise> {
  readonly exercise: Exercise;
  readonly lang: 'en' | 'zh-CN';
  print(line: string): void;
  /**
   * A signal that aborts at the next Ctrl+C that nobody has asked for yet: who asks takes it, and it ends nothing by itself. When
   * all that were asked for have come, the next one ends the program, as ever. Missing where nobody could press it: on a clock
   * that jumps. Mirrors `loop.add_signal_handler`.
   */
  readonly nextCtrlC?: (() => AbortSignal) | undefined;
}

/** The lesson's own program, told with the student's code in the place of the lesson's. */
export type Story<Exercise> = (stage: Stage<Exercise>) => Coroutine<void>;
