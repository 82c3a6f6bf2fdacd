import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { MarkdownEnv, MarkdownOptions } from 'vitepress';
import type { Language } from '../../../packages/grader/src/messages/text.ts';
import type { Contents } from './contents.ts';
import { exercisePage, isEnglishOnly, pageAt, pageOf, pagePath, repository, sourceOf } from './places.ts';
import type { PageName } from './places.ts';

export type MarkdownIt = Parameters<NonNullable<MarkdownOptions['config']>>[0];
type Token = ReturnType<MarkdownIt['parse']>[number];

/**
 * Texts link files of the repository, so that they can be followed wherever one reads them. Here each link becomes one to the
 * page that shows the file. What the site does not show stays a text: a file of the code, or an exercise that the course
 * leaves out. A file that is not there stays as it is, and the build names it.
 */
export function followRepository(md: MarkdownIt, contents: Contents): void {
  md.core.ruler.push('links of the repository', ({ env, tokens }: { env: Partial<MarkdownEnv>; tokens: Token[] }) => {
    // The title of a box is rendered by itself, and knows of no page.
    if (env.relativePath === undefined) return;
    const page = pageAt(env.relativePath);
    for (const [at, block] of tokens.entries()) {
      if (block.type !== 'inline' || block.children === null) continue;
      block.children = rewritten(block.children, page.name, page.language, contents);
      if (leadsToTranslation(block.children)) hide(tokens.slice(at - 1, at + 2));
    }
  });
}

function rewritten(tokens: readonly Token[], name: PageName, language: Language, contents: Contents): Token[] {
  const kept: Token[] = [];
  const open: boolean[] = [];
  for (const token of tokens) {
    const attribute = token.type === 'image' ? 'src' : 'href';
    const link = token.type === 'image' || token.type === 'link_open' ? token.attrGet(attribute) : null;
    const target = link === null ? undefined : targetOf(link, name, language, contents);
    if (token.type === 'link_open') open.push(target !== 'none');
    if (token.type === 'link_close' ? open.pop() === false : target === 'none') continue;
    if (target !== undefined && target !== 'none') {
      token.attrSet(attribute, target.href);
      if (target.isTranslation) token.meta = { isTranslation: true };
    }
    kept.push(token);
  }
  return kept;
}

type Target = undefined | 'none' | { readonly href: string; readonly isTranslation: boolean };

function targetOf(link: string, name: PageName, language: Language, { course }: Contents): Target {
  const [, path = '', anchor = ''] = /^([^#]*)(.*)$/s.exec(link) ?? [];
  if (path === '' || /^(?:[a-z]+:|\/)/i.test(path)) return undefined;
  const file = posix.join(posix.dirname(sourceOf(name, language)), decodeURI(path));
  const asset = /^docs\/public\/(?<path>.+)$/.exec(file)?.groups?.['path'];
  if (asset !== undefined) return { href: `/${asset}`, isTranslation: false };
  const target = pageOf(file);
  if (target === undefined) return existsSync(join(repository, file)) ? 'none' : undefined;
  if (target.name.startsWith('exercises/') && !course.exercises.some(({ id }) => exercisePage(id) === target.name)) return 'none';
  const shown = pagePath(target.name, isEnglishOnly(target.name) ? language : target.language);
  const here = pagePath(name, language);
  return { href: `${encodeURI(posix.relative(posix.dirname(here), shown))}${anchor}`, isTranslation: target.name === name && target.language !== language };
}

/** Whether a paragraph is nothing but a link to the same page in the other language, which the site has in its head. */
function leadsToTranslation(tokens: readonly Token[]): boolean {
  return tokens.length === 3 && isTranslation(tokens[0]?.meta);
}

function isTranslation(meta: unknown): boolean {
  return typeof meta === 'object' && meta !== null && 'isTranslation' in meta;
}

function hide(tokens: readonly Token[]): void {
  for (const token of tokens) {
    token.hidden = true;
    token.children = [];
  }
}
