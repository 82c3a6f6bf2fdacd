import { asTyped } from '../../messages/commands.ts';
import type { Typing } from '../../messages/commands.ts';
import type { JudgedExercise } from '../../verdict/result.ts';
import { indent, wrap } from '../layout.ts';
import { placeOf } from './place.ts';
import type { Style } from './style.ts';

/** Where a student finds what an exercise is about, and how they are graded. */
export interface NextStepOptions {
  readonly folder: string;
  readonly task: string;
  readonly typing: Typing;
  readonly watching: Watching | undefined;
  /** Whether there are no hints. */
  readonly exam: boolean;
}

/** A save is enough to be graded again, and perhaps a key to get a hint. */
export type Watching = 'saves' | 'saves-and-keys';

/** What to do about an exercise that has not passed. */
export function nextStep(exercise: JudgedExercise, { folder, task, typing, watching, exam }: NextStepOptions, style: Style): readonly string[] {
  const { words } = style;
  const { id } = exercise;
  const again = watching === undefined ? words.run(id) : words.save;
  const hint = watching === 'saves-and-keys' ? words.stuckWithKeys(task) : words.stuck(id, task);
  const help = exam ? words.readAgain(task) : hint;
  const steps =
    exercise.begun === false
      ? [words.read(task), words.write(`${folder}/${id}.ts`), again]
      : [words.mend(placeToMend(exercise, folder)), again, help];
  const width = style.width - 5;
  return [
    style.bold(words.next),
    ...steps.flatMap((step, index) => {
      const [first = '', ...rest] = wrap(asTyped(typing, step), width);
      return [`  ${index + 1}. ${first}`, ...indent(rest, 5)];
    }),
  ];
}

/** The place that the report speaks of first, or else the file. */
function placeToMend({ id, checks }: JudgedExercise, folder: string): string {
  const first = checks.find(({ status }) => status !== 'passed');
  return first?.location === undefined ? `${folder}/${id}.ts` : placeOf(first.location, folder);
}
