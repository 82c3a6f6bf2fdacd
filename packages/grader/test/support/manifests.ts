import type { Check, Exercise } from '../../src/course/course.ts';
import type { CourseOutline } from '../../src/course/read-course.ts';
import type { Text } from '../../src/messages/text.ts';

export function text(en: string): Text {
  return { en, 'zh-CN': `${en}（中文）` };
}

/** A `course.json` that is right. */
export function courseManifest(): CourseOutline {
  return { id: 'teatime', title: text('Teatime'), languages: ['en', 'zh-CN'], exercises: ['gather'] };
}

/** An exercise of two suite checks and one for types: 2, 3 and 1 points. */
export function gatherExercise(overrides: Partial<Exercise> = {}): Exercise {
  return {
    id: 'gather',
    title: text('Gather'),
    summary: text('Wait for many at once.'),
    files: ['gather.ts'],
    exports: ['gather'],
    imports: ['@teatime/core'],
    restrictions: [],
    hints: [text('Start everything before you wait for anything.')],
    checks: [
      suiteCheck('input-order', 2, 'Results come back in the order given'),
      suiteCheck('at-once', 3, 'Runs everything at once'),
      { ...suiteCheck('types', 1, 'Keeps its types'), kind: 'types' },
    ],
    ...overrides,
  };
}

export function suiteCheck(id: string, points: number, title: string): Check {
  return { id, kind: 'suite', points, title: text(title), why: text(`Why ${id} matters.`) };
}

/** The same exercise as its `exercise.json`. */
export function exerciseManifest(overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { id: _, ...manifest } = gatherExercise();
  return { ...manifest, ...overrides };
}
