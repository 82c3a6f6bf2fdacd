import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RecordingOrder } from '../../src/stage/recording-order.ts';
import { courseExercises } from '../support/course-exercises.ts';
import { repository } from '../support/repository.ts';

export interface Answer {
  readonly exercise: string;
  /** Of its file. */
  readonly name: string;
  readonly source: string;
}

const packages = join(repository, 'packages');

export const solutions: readonly Answer[] = [...courseExercises].map((exercise) => answerIn(exercise, `${exercise}.ts`));

/** The solutions, and the other right answers. */
export const rightAnswers: readonly Answer[] = [...courseExercises].flatMap((exercise) => [
  answerIn(exercise, `${exercise}.ts`),
  ...readdirSync(join(packages, 'solutions', exercise, 'also')).map((name) => answerIn(exercise, join('also', name))),
]);

export function storyOf({ exercise, name, source }: Answer, { lines = true, language = 'en' }: Partial<RecordingOrder> = {}): RecordingOrder {
  const story = readFileSync(join(packages, 'exercises', exercise, 'story.ts'), 'utf8');
  return { kind: 'story', answer: [{ name: basename(name), source }], story: { name: 'story.ts', source: story }, lines, language };
}

function answerIn(exercise: string, name: string): Answer {
  return { exercise, name, source: readFileSync(join(packages, 'solutions', exercise, name), 'utf8') };
}
