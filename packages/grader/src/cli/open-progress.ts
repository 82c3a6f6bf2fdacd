import type { CourseLayout } from '../course/layout.ts';
import { ProgressStore } from '../progress/progress-store.ts';
import { wrap } from '../report/layout.ts';
import type { Context } from './context.ts';

/** The student's progress in a course. What goes wrong with it is told on standard error. */
export function openProgress(layout: CourseLayout, { stderr, language }: Pick<Context, 'stderr' | 'language'>): ProgressStore {
  return new ProgressStore(layout, (trouble) => stderr.write(`${wrap(trouble[language], 80).join('\n')}\n`));
}
