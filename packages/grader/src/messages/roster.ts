import type { Text } from './text.ts';

/** What is said of the list of a class's students. */
export const rosterTexts = {
  cannotRead: (path: string, reason: Text): Text => ({
    en: `The roster ${path} cannot be read: ${reason.en}`,
    'zh-CN': `无法读取名单 ${path}：${reason['zh-CN']}`,
  }),
  spreadsheet: (name: string): Text => ({
    en: `${name} is a spreadsheet, not CSV. Save it as CSV (UTF-8) in your spreadsheet program, and name that file.`,
    'zh-CN': `${name} 是电子表格，不是 CSV。请在表格软件里另存为 CSV（UTF-8），再写那个文件。`,
  }),
  noColumns: (name: string): Text => ({
    en: `No column of ${name} says who a student is. Its first line needs headings such as name, email, number, username, language.`,
    'zh-CN': `${name} 里没有一列说明学生是谁。第一行要有这样的标题：姓名、邮箱、学号、用户名、语言。`,
  }),
  nobody: (name: string): Text => ({ en: `There is nobody in ${name}.`, 'zh-CN': `${name} 里一个学生也没有。` }),
  notInIt: { en: 'The roster has nobody who fits.', 'zh-CN': '名单里没有对应的学生。' },
  fitsSeveral: (names: readonly string[]): Text => ({
    en: `Several of the roster could be meant, and none was taken: ${names.join(', ')}`,
    'zh-CN': `名单里有好几个学生都可能是，没有猜：${names.join('、')}`,
  }),
  sharesPerson: (others: readonly string[]): Text => ({
    en: `By the roster the same student handed in ${others.join(', ')} as well.`,
    'zh-CN': `按名单看，${others.join('、')} 也是同一个学生交的。`,
  }),
} as const;
