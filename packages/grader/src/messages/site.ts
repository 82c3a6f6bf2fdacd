import type { Text } from './text.ts';

/** What `site` says. */
export const siteTexts = {
  noSite: {
    en: 'There is no site here: docs/.vitepress is missing. A student edition has none; the course that it comes from does.',
    'zh-CN': '这里没有网站：缺少 docs/.vitepress。学生版不带网站，它来自的课程才有。',
  },
  noPort: (value: string): Text => ({
    en: `--port ${value} is no port. Write a whole number from 1 to 65535.`,
    'zh-CN': `--port ${value} 不是端口。请写 1 到 65535 之间的整数。`,
  }),
  noBase: (value: string): Text => ({
    en: `--base ${value} is no folder of a site. Write it with a slash before and after it: --base /teatime/`,
    'zh-CN': `--base ${value} 不是网站的目录。请在前后都写上斜线：--base /teatime/`,
  }),
  onlyForDev: { en: '--dev serves at /, and builds nothing: leave out --base and --build.', 'zh-CN': '--dev 总在 / 上提供网站，也不生成文件：请去掉 --base 和 --build。' },
  onlyBuilt: { en: '--build serves nothing: leave out --port.', 'zh-CN': '--build 不提供网站：请去掉 --port。' },
  taken: (port: number): Text => ({
    en: `Something else listens on port ${port}. Without --port the next one that is free is taken.`,
    'zh-CN': `端口 ${port} 已被占用。不写 --port 就会自动换用下一个空闲的端口。`,
  }),
  building: { en: 'Building the site…', 'zh-CN': '正在生成网站……' },
  broken: { en: 'The site could not be built. What was said about it:', 'zh-CN': '没能生成网站。下面是它给出的信息：' },
  built: (folder: string): Text => ({ en: `The site is in ${folder}`, 'zh-CN': `网站在 ${folder}` }),
  open: (address: string): Text => ({
    en: `The site is at\n${address}\nWhile you write, take --dev: the page follows each save.`,
    'zh-CN': `网站在\n${address}\n写作时请用 --dev：每次保存，网页都会跟着更新。`,
  }),
} as const;
