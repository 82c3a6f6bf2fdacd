import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseLayout } from '../course/layout.ts';
import type { Context } from './context.ts';
import { shownPath } from './shown-path.ts';

/** A page of the course's documents, as the reader would type it: in their language, or in English where there is none. */
export function pagePath(page: string, { root }: CourseLayout, { courseLanguage, cwd }: Pick<Context, 'courseLanguage' | 'cwd'>): string {
  const own = join(root, page.replace(/^docs\//, `docs/${courseLanguage}/`));
  return shownPath(existsSync(own) ? own : join(root, page), cwd);
}

/** The file that explains an exercise, as the reader would type it: in their language, or in English where there is none. */
export function taskPath(exercise: string, { exercises }: CourseLayout, { courseLanguage, cwd }: Pick<Context, 'courseLanguage' | 'cwd'>): string {
  const fileIn = (language: string): string => join(exercises, exercise, `task.${language}.md`);
  const own = fileIn(courseLanguage);
  return shownPath(existsSync(own) ? own : fileIn('en'), cwd);
}
