import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './repository.ts';

const course: { readonly exercises: readonly string[] } = JSON.parse(readFileSync(join(repository, 'course.json'), 'utf8'));

/** The ids of the exercises that the course has now: what is tested of them is left out where one was dropped. */
export const courseExercises: ReadonlySet<string> = new Set(course.exercises);
