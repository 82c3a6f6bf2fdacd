import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../packages/grader/src/messages/text.ts';

export const repository = join(import.meta.dirname, '../../..');

/** A page of the site, as its path below `docs/` without the folder of its language: `lesson/1-tea.md`. */
export type PageName = string;

const exercise = /^exercises\/(?<id>[a-z\d-]+)\.md$/;
const task = /^packages\/exercises\/(?<id>[a-z\d-]+)\/task\.[\w-]+\.md$/;

/** The path of a page below `docs/`, and in the address of the site but for its end. */
export function pagePath(name: PageName, language: Language): string {
  return language === 'en' ? name : `${language}/${name}`;
}

export function pageAt(path: string): { readonly name: PageName; readonly language: Language } {
  return path.startsWith('zh-CN/') ? { name: path.slice('zh-CN/'.length), language: 'zh-CN' } : { name: path, language: 'en' };
}

export function exercisePage(id: string): PageName {
  return `exercises/${id}.md`;
}

/** Where the text of a page stands in the repository. What was not translated is English. */
export function sourceOf(name: PageName, language: Language): string {
  const id = exercise.exec(name)?.groups?.['id'];
  const write = (one: Language): string => (id === undefined ? `docs/${pagePath(name, one)}` : `packages/exercises/${id}/task.${one}.md`);
  return existsSync(join(repository, write(language))) ? write(language) : write('en');
}

/** The page that shows a file of the repository, whether or not the site has it. */
export function pageOf(source: string): { readonly name: PageName; readonly language: Language } | undefined {
  const id = task.exec(source)?.groups?.['id'];
  if (id !== undefined) return { name: exercisePage(id), language: source.endsWith('.zh-CN.md') ? 'zh-CN' : 'en' };
  return source.startsWith('docs/') && source.endsWith('.md') ? pageAt(source.slice('docs/'.length)) : undefined;
}

/** Whether the text of a page is there in English alone. */
export function isEnglishOnly(name: PageName): boolean {
  return sourceOf(name, 'zh-CN') === sourceOf(name, 'en');
}
