import { join } from 'node:path';
import { maxPoints } from '../course/course.ts';
import type { Exercise } from '../course/course.ts';
import type { CourseLayout } from '../course/layout.ts';
import type { ProgressStore } from './progress-store.ts';
import type { ProgressRecord } from './record.ts';
import { stubFolder } from './stub.ts';
import { currentContent, lastChange } from './student-files.ts';

/**
 * `changed`: it was graded, and then its files, or its points, were changed. `not-graded`: begun, and never graded.
 * `not-started`: its files are as they were handed out, whatever they were before.
 */
export type ExerciseState = 'passed' | 'failed' | 'changed' | 'not-graded' | 'not-started';

/** Where a student stands with one exercise. */
export interface Standing {
  readonly exercise: Exercise;
  readonly state: ExerciseState;
  /** Of the last grade of an answer; 0 for what is not one. */
  readonly points: number;
  readonly maxPoints: number;
  /** When the student last wrote to the files; undefined while they are as they were handed out. */
  readonly changedAt: Date | undefined;
  readonly record: ProgressRecord;
}

export function standingOf(exercise: Exercise, layout: CourseLayout, progress: ProgressStore): Standing {
  const folder = join(layout.exercises, exercise.id);
  const content = currentContent(folder, exercise);
  const isStub = content === currentContent(join(folder, stubFolder), exercise);
  const record = progress.read(exercise.id);
  const changedMs = isStub ? undefined : lastChange(folder, exercise);
  return {
    exercise,
    state: stateOf(record, exercise, content, isStub),
    points: isStub ? 0 : (record.graded?.points ?? 0),
    maxPoints: maxPoints(exercise),
    changedAt: changedMs === undefined ? undefined : new Date(changedMs),
    record,
  };
}

function stateOf({ graded }: ProgressRecord, exercise: Exercise, content: string, isStub: boolean): ExerciseState {
  if (isStub) return 'not-started';
  if (graded === undefined) return 'not-graded';
  return graded.content === content && graded.maxPoints === maxPoints(exercise) ? graded.state : 'changed';
}

/** The exercise to work on: the first whose last grade was no pass, or else the first that was changed since it passed. */
export function nextExercise(standings: readonly Standing[]): Standing | undefined {
  return (
    standings.find(({ record }) => record.graded?.state !== 'passed') ?? standings.find(({ state }) => state !== 'passed')
  );
}
