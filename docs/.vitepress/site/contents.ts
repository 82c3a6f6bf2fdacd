import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCourse } from '../../../packages/grader/src/course/read-course.ts';
import type { Course } from '../../../packages/grader/src/course/course.ts';
import type { Language } from '../../../packages/grader/src/messages/text.ts';
import { exercisePage, pageOf, repository, sourceOf } from './places.ts';
import type { PageName } from './places.ts';

/** What the site is made of: the course, and every page below `docs/`. */
export interface Contents {
  readonly course: Course;
  /** In English, where each page is written first; without the exercises, which are none of `docs/`. */
  readonly pages: readonly PageName[];
}

/** The sections of the lesson are numbered: the tenth comes after the second. */
const byNumber = new Intl.Collator('en', { numeric: true });

export async function readContents(): Promise<Contents> {
  const course = await readCourse(repository);
  const pages = globSync('**/*.md', { cwd: join(repository, 'docs'), exclude: (name) => /^(?:node_modules|\.vitepress|zh-CN|\[.*)$/.test(name.split(/[\\/]/).at(-1) ?? '') });
  return { course, pages: pages.map((path) => path.replaceAll('\\', '/')).toSorted(byNumber.compare) };
}

/** The heading that a page begins with. */
export function titleOf(name: PageName, language: Language): string {
  const title = /^# (?<title>.+)$/m.exec(read(name, language))?.groups?.['title'];
  if (title === undefined) throw new Error(`${sourceOf(name, language)} has no heading.`);
  return title;
}

/** A section of the lesson, with the exercises whose tasks link it. */
export interface Section {
  readonly page: PageName;
  readonly exercises: readonly PageName[];
}

/**
 * The lesson in its order, and in each section its exercises in the order of the course. An exercise that links no section
 * follows the one that comes before it in the course.
 */
export function lessonOf({ course, pages }: Contents): readonly Section[] {
  const sections = pages.filter((page) => page.startsWith('lesson/') && page !== 'lesson/index.md');
  const placed = new Map<PageName, PageName[]>(sections.map((page) => [page, []]));
  let current = sections[0];
  for (const { id } of course.exercises) {
    current = sectionOf(exercisePage(id), sections) ?? current;
    if (current !== undefined) placed.get(current)?.push(exercisePage(id));
  }
  return sections.map((page) => ({ page, exercises: placed.get(page) ?? [] }));
}

function sectionOf(exercise: PageName, sections: readonly PageName[]): PageName | undefined {
  const links = read(exercise, 'en').matchAll(/\]\((?<link>[^()\s#]+)/g);
  const targets = Array.from(links, ({ groups }) => pageOf(join(sourceOf(exercise, 'en'), '..', groups?.['link'] ?? '').replaceAll('\\', '/')));
  return sections.find((section) => targets.some((target) => target?.name === section));
}

function read(name: PageName, language: Language): string {
  return readFileSync(join(repository, sourceOf(name, language)), 'utf8');
}
