import type { FileList } from './file-list.ts';

/** What is different about the exercises of two editions, by their ids. */
export interface ExerciseChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

/** Compares two editions by the lists of their files. */
export function changedExercises(before: FileList, after: FileList): ExerciseChanges {
  const [old, now] = [exercisesIn(before), exercisesIn(after)];
  const added = now.filter((id) => !old.includes(id));
  return {
    added,
    gone: old.filter((id) => !now.includes(id)),
    changed: now.filter((id) => !added.includes(id) && filesOf(id, before) !== filesOf(id, after)),
  };
}

function exercisesIn(list: FileList): readonly string[] {
  return Object.keys(list).flatMap((path) => /^packages\/exercises\/([^/]+)\/exercise\.json$/.exec(path)?.[1] ?? []);
}

function filesOf(id: string, list: FileList): string {
  const places = [`packages/exercises/${id}/`, `packages/solutions/${id}/`, `packages/grader/suites/${id}.`];
  return JSON.stringify(Object.entries(list).filter(([path]) => places.some((place) => path.startsWith(place))));
}
