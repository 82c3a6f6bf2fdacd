import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Course } from './course.ts';

/** Where a course keeps its parts. */
export interface CourseLayout {
  readonly root: string;
  readonly manifest: string;
  readonly exercises: string;
  readonly solutions: string;
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
  };
}

/** The nearest folder, from `start` upwards, that holds a `course.json`. */
export function findCourseRoot(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'course.json'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
