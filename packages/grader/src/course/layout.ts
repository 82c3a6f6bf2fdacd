import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Course } from './course.ts';

/** Where a course keeps its parts. */
export interface CourseLayout {
  readonly root: string;
  readonly manifest: string;
  readonly exercises: string;
  readonly solutions: string;
  readonly suites: string;
}

/** A course that was read, and where it lies. */
export interface OpenCourse {
  readonly course: Course;
  readonly layout: CourseLayout;
}

export function courseLayout(root: string): CourseLayout {
  return {
    root,
    manifest: join(root, 'course.json'),
    exercises: join(root, 'packages', 'exercises'),
    solutions: join(root, 'packages', 'solutions'),
    suites: join(root, 'packages', 'grader', 'suites'),
  };
}

/** Where a student edition has the solution of an exercise; see `seal/`. */
export function sealedSolution({ solutions }: CourseLayout, id: string): string {
  return join(solutions, id, `${id}.ts.sealed`);
}

/** The root of the nearest course, from `start` upwards. */
export function courseAbove(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const { manifest, exercises } = courseLayout(folder);
    if (existsSync(manifest) && existsSync(exercises)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
