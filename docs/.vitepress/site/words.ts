import type { DefaultTheme } from 'vitepress';
import type { Language } from '../../../packages/grader/src/messages/text.ts';

type SearchWords = NonNullable<DefaultTheme.LocalSearchOptions['translations']>;

/** What the theme itself says. Of what is missing here it has English. */
export const themeWords: Readonly<Record<Language, DefaultTheme.Config>> = {
  en: {
    outline: { level: [2, 3], label: 'On this page' },
    langMenuLabel: 'Language',
    notFound: { quote: 'There is no such page. Perhaps it has moved.', linkText: 'To the start page', linkLabel: 'To the start page' },
  },
  'zh-CN': {
    outline: { level: [2, 3], label: '本页目录' },
    docFooter: { prev: '上一页', next: '下一页' },
    darkModeSwitchLabel: '外观',
    lightModeSwitchTitle: '切换到浅色',
    darkModeSwitchTitle: '切换到深色',
    sidebarMenuLabel: '目录',
    returnToTopLabel: '回到顶部',
    langMenuLabel: '语言',
    skipToContentLabel: '跳到正文',
    notFound: { title: '没有这一页', quote: '这里没有你要找的页面，它也许换了地方。', linkText: '回到首页', linkLabel: '回到首页' },
  },
};

export const searchWords: SearchWords = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示正文',
    resetButtonTitle: '清空',
    backButtonTitle: '关闭',
    noResultsText: '没有找到',
    footer: { selectText: '打开', selectKeyAriaLabel: '回车键', navigateText: '选择', navigateUpKeyAriaLabel: '上箭头', navigateDownKeyAriaLabel: '下箭头', closeText: '关闭', closeKeyAriaLabel: 'Esc 键' },
  },
};
