import { partsWith } from '../../course/course.ts';
import type { Course } from '../../course/course.ts';
import { sentenceIn } from '../../messages/sentence-in.ts';
import type { Standing } from '../../progress/standing.ts';
import { jsonDocument } from '../../report/json.ts';
import { atHandInOf, totalOf } from '../../verdict/total.ts';

/** Where a student stands, for programs. Moments are ISO 8601, UTC; null where there is none. */
export function listJson(
  course: Course,
  standings: readonly Standing[],
  next: Standing | undefined,
  language: string,
): string {
  const left = atHandInOf(course.exercises);
  const parts = partsWith(course, course.exercises);
  const document = {
    version: 1,
    course: course.id,
    title: sentenceIn(course.title, language),
    ...totalOf(standings),
    ...(left && { atHandIn: left }),
    ...(parts.length > 0 && { parts: parts.map(({ number, title, exercises }) => ({ number, title: sentenceIn(title, language), exercises })) }),
    next: next?.exercise.id ?? null,
    exercises: standings.map(({ exercise, state, points, maxPoints, changedAt, record }) => ({
      id: exercise.id,
      title: sentenceIn(exercise.title, language),
      state,
      points,
      maxPoints,
      ...(exercise.atHandIn && { atHandIn: exercise.atHandIn }),
      changedAt: changedAt?.toISOString() ?? null,
      gradedAt: record.graded?.at ?? null,
      passedAt: record.passedAt ?? null,
      hintsShown: Math.min(record.hintsShown, exercise.hints.length),
      hints: exercise.hints.length,
      files: exercise.files.map((name) => `packages/exercises/${exercise.id}/${name}`),
    })),
  };
  return jsonDocument(document);
}
