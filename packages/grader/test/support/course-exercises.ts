import { readCourse } from '../../src/course/read-course.ts';
import { repository } from './repository.ts';

const { exercises } = await readCourse(repository);

/** The ids of the exercises that the course has now: what is tested of them is left out where one was dropped. */
export const courseExercises: ReadonlySet<string> = new Set(exercises.map(({ id }) => id));
