import { join } from 'node:path';
import type { Exercise } from '../../course/course.ts';
import type { CourseLayout, OpenCourse } from '../../course/layout.ts';
import type { ProgressStore } from '../../progress/progress-store.ts';
import { currentContent } from '../../progress/student-files.ts';
import { inOrderOfTelling } from '../../report/in-order-of-telling.ts';
import { isJudged } from '../../verdict/grade-result.ts';
import type { CheckResult, ExerciseResult } from '../../verdict/result.ts';

/** Whether a student has been graded before. */
export function isKnown({ course }: OpenCourse, progress: ProgressStore): boolean {
  return course.exercises.some(({ id }) => progress.read(id).graded !== undefined);
}

/** What is written down of a grade of the student's own files. */
export interface GradeNotes {
  keep(results: readonly ExerciseResult[]): void;
}

/**
 * Begins the notes on a grade, before the files are read for it: should they be changed meanwhile, the notes tell of
 * the older ones, and `list` says that they have changed since.
 */
export function takeNotes(exercises: readonly Exercise[], layout: CourseLayout, progress: ProgressStore): GradeNotes {
  const contents = new Map(
    exercises.map((exercise) => [exercise.id, currentContent(join(layout.exercises, exercise.id), exercise)]),
  );
  return {
    keep(results) {
      const at = new Date().toISOString();
      for (const { id, status, points, maxPoints, checks } of results.filter(isJudged).map(inOrderOfTelling)) {
        const state = status === 'passed' ? 'passed' : 'failed';
        progress.noteGrade(id, { state, points, maxPoints, at, content: contents.get(id) ?? '', failed: stuck(checks) });
      }
    },
  };
}

function stuck(checks: readonly CheckResult[]): readonly string[] {
  return checks.filter(({ status }) => status !== 'passed').map(({ id }) => id);
}
