import type { DefaultTheme } from 'vitepress';
import type { Language, Text } from '../../../packages/grader/src/messages/text.ts';
import { areasOf } from './areas.ts';
import type { Area, AreaId } from './areas.ts';
import { lessonOf, titleOf } from './contents.ts';
import type { Contents } from './contents.ts';
import { pagePath } from './places.ts';
import type { PageName } from './places.ts';

/** Where the heading alone would not tell a reader of the list which page it is. */
const names: Readonly<Record<PageName, Text>> = {
  'lesson/index.md': { en: 'Overview', 'zh-CN': '概览' },
  'reference/index.md': { en: 'All modules', 'zh-CN': '全部模块' },
  'reference/kit.md': { en: 'Kit: every function', 'zh-CN': '检查工具包：全部函数' },
  'reference/core.md': { en: 'Core: every function', 'zh-CN': 'core：全部函数' },
};

/** The areas that students see share a list: the guide is a page, and belongs to what it guides through. */
const together: Readonly<Record<AreaId, readonly AreaId[]>> = {
  learn: ['learn', 'guide'],
  guide: ['learn', 'guide'],
  teach: ['teach'],
  reference: ['reference'],
  built: ['built'],
};

export function navigation(contents: Contents, language: Language): DefaultTheme.NavItem[] {
  return areasOf(contents).flatMap(({ id, title, pages }) => {
    const [first] = pages;
    const own = id === 'learn' ? [...pages, ...lessonOf(contents).flatMap(({ exercises }) => exercises)] : pages;
    const paths = own.map((page) => pagePath(page, language).replace(/(?:index)?\.md$/, ''));
    return first === undefined ? [] : [{ text: title[language], link: linkTo(first, language), activeMatch: `^/(?:${paths.join('|')})$` }];
  });
}

/** A list a page: of its area, and of those that belong with it. */
export function sidebar(contents: Contents, language: Language): DefaultTheme.SidebarMulti {
  const areas = areasOf(contents);
  const listOf = (area: Area): DefaultTheme.SidebarItem => ({
    text: area.title[language],
    items: area.id === 'learn' ? learning(area, contents, language) : area.pages.map((page) => itemOf(page, language)),
  });
  const lists = Object.entries(together).map(([id, shown]) => [id, areas.filter((area) => shown.includes(area.id)).map(listOf)] as const);
  const items = new Map(lists);
  const byPage = areas.flatMap(({ id, pages }) => pages.map((page) => [`/${pagePath(page, language)}`, items.get(id) ?? []] as const));
  return Object.fromEntries([...byPage, [`/${pagePath('exercises/', language)}`, items.get('learn') ?? []]]);
}

/** The lesson, and in each section its exercises: from page to page in the order in which one learns. */
function learning({ pages }: Area, contents: Contents, language: Language): DefaultTheme.SidebarItem[] {
  const lesson = lessonOf(contents);
  const others = pages.filter((page) => !lesson.some((section) => section.page === page));
  return [
    ...others.map((page) => itemOf(page, language)),
    ...lesson.map(({ page, exercises }) => ({ ...itemOf(page, language), items: exercises.map((exercise) => exerciseItem(exercise, language)) })),
  ];
}

function exerciseItem(page: PageName, language: Language): DefaultTheme.SidebarItem {
  const title = titleOf(page, language);
  return { text: language === 'en' ? `Exercise: ${title}` : `练习：${title}`, link: linkTo(page, language) };
}

function itemOf(page: PageName, language: Language): DefaultTheme.SidebarItem {
  return { text: names[page]?.[language] ?? titleOf(page, language), link: linkTo(page, language) };
}

function linkTo(page: PageName, language: Language): string {
  return `/${pagePath(page, language).replace(/(?:index)?\.md$/, '')}`;
}
