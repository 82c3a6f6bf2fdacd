import { fileURLToPath } from 'node:url';

/**
 * The root of a course of three exercises of a few lines, which the tests of the commands run on: what an instructor
 * changes about the real one is no affair of theirs.
 */
export const smallCourse = fileURLToPath(new URL('../small-course', import.meta.url));
