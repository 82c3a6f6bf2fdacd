import type { Text } from './text.ts';

const with_ = {
  en: { solution: 'with the solution', stub: 'with the stub' },
  'zh-CN': { solution: '使用参考答案时', stub: '使用空模板时' },
} as const;

type Cast = 'solution' | 'stub';

/** How a story cannot be told, as `pnpm play` would show it to a student. */
export const storyBreaches = {
  noStory: (path: string): Text => ({
    en: `${path} exports no function \`story\`. Write \`export const story: Story<typeof import('./….ts')> = coroutine(async (stage) => { … })\``,
    'zh-CN': `${path} 没有导出函数 \`story\`。请写 \`export const story: Story<typeof import('./….ts')> = coroutine(async (stage) => { … })\``,
  }),
  threw: (place: string, cast: Cast, language: string, what: string): Text => ({
    en: `${place}: ${with_.en[cast]} (${language}) the story ends in an error: ${what}`,
    'zh-CN': `${place}：${with_['zh-CN'][cast]}（${language}），故事以错误告终：${what}`,
  }),
  deadlock: (path: string, language: string): Text => ({
    en: `${path}: with the solution (${language}) the story waits for something that never happens`,
    'zh-CN': `${path}：使用参考答案时（${language}），故事一直在等待永远不会发生的事`,
  }),
  endless: (path: string, cast: Cast): Text => ({
    en: `${path}: ${with_.en[cast]} the story does not come to its end`,
    'zh-CN': `${path}：${with_['zh-CN'][cast]}，故事一直没有结束`,
  }),
  quits: (path: string, cast: Cast): Text => ({
    en: `${path}: ${with_.en[cast]} the story ends the whole program`,
    'zh-CN': `${path}：${with_['zh-CN'][cast]}，故事把整个程序结束了`,
  }),
  silent: (path: string, language: string): Text => ({
    en: `${path}: in ${language} the story prints nothing. Tell it with stage.print`,
    'zh-CN': `${path}：故事用 ${language} 时什么也没有输出。请用 stage.print 讲述`,
  }),
  wrongLanguage: (path: string, language: string, line: string): Text => ({
    en: `${path}: for ${language} the story prints "${line}", which is another language`,
    'zh-CN': `${path}：故事用 ${language} 时输出了 "${line}"，这不是这种语言`,
  }),
} as const;
