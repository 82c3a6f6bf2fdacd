import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CourseLayout } from '../../course/layout.ts';
import { breaches } from '../../messages/promises.ts';
import type { ExerciseProof } from './check-exercise.ts';

/** Exercises that lie in their folder and that `course.json` does not name: nobody would ever meet them. */
export async function unlistedExercises(listed: readonly string[], layout: CourseLayout): Promise<readonly ExerciseProof[]> {
  const names = await readdir(layout.exercises);
  return names
    .filter((id) => !listed.includes(id) && existsSync(join(layout.exercises, id, 'exercise.json')))
    .map((id) => ({
      id,
      breaches: [{ promise: 'files', details: breaches.unlisted(`packages/exercises/${id}`) }],
      right: 0,
      wrong: 0,
      unreadable: false,
    }));
}
