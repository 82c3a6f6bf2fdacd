import { posix } from 'node:path';
import type { Language } from '../../../packages/grader/src/messages/text.ts';
import { readContents } from './contents.ts';
import { exercisePage, isEnglishOnly, pagePath, sourceOf } from './places.ts';
import type { PageName } from './places.ts';

/** A page that VitePress makes of a template: its parameters, and what stands in the template's place for contents. */
interface Route {
  readonly params: Readonly<Record<string, string>>;
  readonly content: string;
}

/** A page an exercise of the course, whose text is its task. */
export function exerciseRoutes(language: Language): () => Promise<Route[]> {
  const template = pagePath('exercises/[id].md', language);
  return async () => {
    const { course } = await readContents();
    return course.exercises.map(({ id, summary }) => ({ params: { id, summary: summary[language] }, content: include(template, exercisePage(id), language) }));
  };
}

/** The pages that are not translated, so that whoever reads Chinese finds all of them, and stays in Chinese. */
export async function englishRoutes(): Promise<Route[]> {
  const { pages } = await readContents();
  return pages.filter(isEnglishOnly).map((name) => ({
    params: { page: name.replace(/\.md$/, '') },
    content: include('zh-CN/[page].md', name, 'zh-CN'),
  }));
}

function include(template: string, name: PageName, language: Language): string {
  return `<!--@include: ${posix.relative(posix.dirname(`docs/${template}`), sourceOf(name, language))}-->`;
}
