import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDraft } from '../../../course/draft.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import type { CourseOutline } from '../../../course/read-course.ts';
import { breaches } from '../../../messages/breaches.ts';
import { draftProof, unjudgedProof } from '../proof/proof.ts';
import type { ExerciseProof } from '../proof/proof.ts';

/**
 * Exercises that lie in their folder and that `course.json` does not name: nobody would ever meet them. A draft need not be
 * named yet.
 */
export async function unlistedExercises({ exercises, leftOut = [] }: CourseOutline, layout: CourseLayout): Promise<readonly ExerciseProof[]> {
  const listed = [...exercises, ...leftOut];
  const names = await readdir(layout.exercises);
  const ids = names.filter((id) => !listed.includes(id) && existsSync(join(layout.exercises, id, 'exercise.json')));
  return await Promise.all(ids.map(async (id) => {
    if (await isDraft(layout.root, id)) return draftProof(id);
    return unjudgedProof(id, [{ promise: 'files', details: breaches.unlisted(`packages/exercises/${id}`) }]);
  }));
}
