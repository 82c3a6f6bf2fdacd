import type { ExerciseResult } from '../../verdict/result.ts';
import { indent, wrap } from '../layout.ts';
import { placeOf } from './place.ts';
import type { Style } from './style.ts';

/** Where a student finds what an exercise is about, and how they are graded. */
export interface NextStepOptions {
  readonly folder: string;
  readonly task: string;
  /** A save is enough to be graded again. */
  readonly watching: boolean;
}

/** What to do about an exercise that has not passed. */
export function nextStep(exercise: ExerciseResult, { folder, task, watching }: NextStepOptions, style: Style): readonly string[] {
  const { words } = style;
  const { id } = exercise;
  const again = watching ? words.save : words.run(id);
  const steps =
    exercise.begun === false
      ? [words.read(task), words.write(`${folder}/${id}.ts`), again]
      : [words.mend(placeToMend(exercise, folder)), again, words.stuck(id, task)];
  const width = style.width - 5;
  return [
    style.bold(words.next),
    ...steps.flatMap((step, index) => {
      const [first = '', ...rest] = wrap(step, width);
      return [`  ${index + 1}. ${first}`, ...indent(rest, 5)];
    }),
  ];
}

/** The place that the report speaks of first, or else the file. */
function placeToMend({ id, checks }: ExerciseResult, folder: string): string {
  const first = checks.find(({ status }) => status !== 'passed');
  return first?.location === undefined ? `${folder}/${id}.ts` : placeOf(first.location, folder);
}
