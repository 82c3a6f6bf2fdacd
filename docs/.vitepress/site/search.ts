import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createMarkdownRenderer } from 'vitepress';
import type { DefaultTheme, MarkdownOptions } from 'vitepress';
import { searchTerms } from '../theme/search-terms.ts';
import { pageAt, repository, sourceOf } from './places.ts';
import { searchWords } from './words.ts';

interface SearchedSection {
  readonly anchor?: string;
  readonly titles: string[];
  readonly text: string;
}

/**
 * The search in the page. How a query is taken apart is told to the theme by itself (`theme/index.ts`): a function in these options
 * would be sent as a text, and run by `new Function`, which the page forbids.
 */
export function localSearch(docs: string, markdown: MarkdownOptions): DefaultTheme.LocalSearchOptions {
  const renderer = createMarkdownRenderer(docs, markdown);
  return {
    locales: { 'zh-CN': { translations: searchWords } },
    miniSearch: {
      async _splitIntoSections(path, html) {
        // VitePress passes over the pages that it makes of others: exercises, and what is shown in English.
        if (html !== '') return sectionsOf(html);
        const relativePath = relative(docs, path).replaceAll('\\', '/');
        const { name, language } = pageAt(relativePath);
        const source = readFileSync(join(repository, sourceOf(name, language)), 'utf8');
        return sectionsOf((await renderer).render(source, { path, relativePath, cleanUrls: false }));
      },
    },
  };
}

const heading = /<h(?<level>[1-6]) id="(?<anchor>[^"]*)"[^>]*>(?<title>.*?)<a class="header-anchor".*?<\/h\k<level>>/gs;

/** A page by its headings, each with those above it. */
function sectionsOf(html: string): SearchedSection[] {
  const headings = [...html.matchAll(heading)];
  const above: string[] = [];
  return headings.map(({ 0: whole, index, groups = {} }, at) => {
    const level = Number(groups['level']);
    above.splice(level - 1);
    above[level - 1] = textOf(groups['title'] ?? '').trim();
    const titles = above.filter(Boolean);
    const body = textOf(html.slice(index + whole.length, headings[at + 1]?.index));
    const text = searchTerms(`${titles.at(-1) ?? ''} ${body}`).join(' ');
    return { ...(level > 1 && { anchor: groups['anchor'] ?? '' }), titles, text };
  });
}

function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
