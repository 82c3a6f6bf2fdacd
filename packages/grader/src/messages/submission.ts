import type { Text } from './text.ts';

/** What can be wrong with a submission before any of its code is read. */
export const collecting = {
  /** @param here what there is instead */
  noFolder: (id: string, files: readonly string[], here: readonly string[]): Text => ({
    en: `There is no answer to ${id} here: ${inFolder(id, files).join(' and ')} was looked for. `
      + (here.length === 0 ? 'The folder is empty.' : `Here is ${here.join(', ')}. A folder that answers it is called ${id} or 01-${id}.`),
    'zh-CN': `这里没有 ${id} 的答案：要找的是 ${inFolder(id, files).join('、')}。`
      + (here.length === 0 ? '文件夹是空的。' : `这里有：${here.join('、')}。答案所在的文件夹要叫 ${id} 或 01-${id} 这样的名字。`),
  }),
  empty: (id: string, files: readonly string[]): Text => ({
    en: `There is no answer to ${id} here: the folder is empty. ${inFolder(id, files).join(' and ')} was looked for.`,
    'zh-CN': `这里没有 ${id} 的答案：文件夹是空的。要找的是 ${inFolder(id, files).join('、')}。`,
  }),
  archive: (id: string, archive: string): Text => ({
    en: `There is no answer to ${id} here, but there is ${archive}. Unpack it first, and name the folder that it gives.`,
    'zh-CN': `这里没有 ${id} 的答案，只有 ${archive}。请先解压，再写解压得到的文件夹。`,
  }),
  severalFiles: (id: string, files: readonly string[]): Text => ({
    en: `Several files could be the answer to ${id}: ${files.join(', ')}. Keep one of them.`,
    'zh-CN': `有好几个文件都可能是 ${id} 的答案：${files.join('、')}。请只保留一个。`,
  }),
  otherName: (path: string, found: string): Text => ({
    en: `${path} is missing, but ${found} is there. Give it exactly that name: where the case of letters counts, it is another one.`,
    'zh-CN': `缺少 ${path}，但是有 ${found}。请把它改成完全一致的名字：在区分大小写的系统上，它们是两个不同的文件。`,
  }),
  severalFolders: (id: string, folders: readonly string[]): Text => ({
    en: `Several folders could be the answer to ${id}: ${folders.join(', ')}. Keep one of them.`,
    'zh-CN': `有好几个文件夹都可能是 ${id} 的答案：${folders.join('、')}。请只保留一个。`,
  }),
  missing: (path: string, exercise: string | undefined): Text => ({
    en: `${path} is missing. Put your answer into a file of exactly that name.${bringsBack.en(exercise)}`,
    'zh-CN': `缺少 ${path}。请把答案写进这个名字的文件里（名字要完全一致）。${bringsBack['zh-CN'](exercise)}`,
  }),
  link: (path: string): Text => ({
    en: `${path} is a link. Hand in the file itself: replace the link by a copy of what it points to.`,
    'zh-CN': `${path} 是一个链接。请提交文件本身：用它指向的内容的副本替换这个链接。`,
  }),
  hardLink: (path: string): Text => ({
    en: `${path} is one file under two names (a hard link), and the other name may be anybody's. Hand in a copy: save the file under another name, `
      + 'delete this one, and rename the copy.',
    'zh-CN': `${path} 是硬链接：同一个文件还有别的名字，而那可能是别人的文件。请提交副本：先把它另存为别的文件名，删除原文件，再把副本改回这个名字。`,
  }),
  moved: (path: string): Text => ({
    en: `${path} was replaced by something else while it was read. Grade it again when nothing changes it any more.`,
    'zh-CN': `读取 ${path} 时，它被换成了别的内容。请等它不再变动后重新评分。`,
  }),
  notAFile: (path: string): Text => ({
    en: `${path} is not an ordinary file. Put your answer into a text file of that name.`,
    'zh-CN': `${path} 不是普通文件。请把答案写进这个名字的文本文件里。`,
  }),
  tooLarge: (path: string, kilobytes: number): Text => ({
    en: `${path} is larger than ${kilobytes} kB. An answer needs only a few: was something else saved under this name?`,
    'zh-CN': `${path} 超过了 ${kilobytes} kB。答案只需要几 kB：是不是把别的内容存成了这个名字？`,
  }),
  notText: (path: string): Text => ({
    en: `${path} is not UTF-8 text. Save it again with the encoding UTF-8.`,
    'zh-CN': `${path} 不是 UTF-8 文本。请在编辑器里选择 UTF-8 编码重新保存。`,
  }),
  unreadable: (path: string, reason: string): Text => ({
    en: `${path} cannot be read (${reason}). Check who may read it.`,
    'zh-CN': `无法读取 ${path}（${reason}）。请检查它的读取权限。`,
  }),
} as const;

/** Whose files they are is not known here. */
const bringsBack = {
  en: (exercise: string | undefined) =>
    exercise === undefined ? '' : ` In your own copy of the course, \`pnpm reset ${exercise}\` brings back the file that it began with.`,
  'zh-CN': (exercise: string | undefined) =>
    exercise === undefined ? '' : `在你自己的课程文件夹里，\`pnpm reset ${exercise}\` 可以找回最初的文件。`,
};

function inFolder(folder: string, files: readonly string[]): readonly string[] {
  return files.map((file) => `${folder}/${file}`);
}

/** What the gate refuses in a file, before any of it runs. */
export const refusing = {
  syntax: (reason: Text): Text => ({
    en: `This is not valid TypeScript, so nothing could run: ${reason.en}`,
    'zh-CN': `这里不是合法的 TypeScript，所以代码没有运行：${reason['zh-CN']}`,
  }),
  unreadable: {
    en: 'This file could not be read: something in it is nested far too deep, or goes on for far too long. Write it in a simpler way.',
    'zh-CN': '这个文件无法读取：里面有的地方嵌套得太深，或者太长。请换一种更简单的写法。',
  },
  noTimeLeft: {
    en: 'This file was not read: reading the others took up the time for the whole submission. Write those in a simpler way first.',
    'zh-CN': '没有读取这个文件：读取其他文件已经用完了整份提交的时间。请先把那些文件写得简单一些。',
  },
  machineTooBusy: {
    en: 'This machine was too busy to read the file. That says nothing about your code: try again.',
    'zh-CN': '机器太忙，没能读取这个文件。这不说明你的代码有问题：请再试一次。',
  },
  dynamicImport: {
    en: '`import()` is not allowed in an exercise. Write `import { … } from \'…\';` at the top of the file.',
    'zh-CN': '练习里不能使用 `import()`。请在文件开头写 `import { … } from \'…\';`。',
  },
  importMeta: {
    en: '`import.meta` is not allowed in an exercise. Take it out: your answer does not need to know where it lies.',
    'zh-CN': '练习里不能使用 `import.meta`。请删掉它：答案不需要知道自己在哪里。',
  },
  importForm: {
    en: 'This form of import is not allowed in an exercise. Write `import { … } from \'…\';`.',
    'zh-CN': '练习里不能使用这种导入形式。请写成 `import { … } from \'…\';`。',
  },
  module: (specifier: string, allowed: readonly string[], meant: string | undefined): Text => ({
    en: `This exercise may not import '${specifier}'. `
      + (meant === undefined ? mayImport.en(allowed) : `Did you mean '${meant}'?`),
    'zh-CN': `这个练习不能导入 '${specifier}'。`
      + (meant === undefined ? mayImport['zh-CN'](allowed) : `你是不是想写 '${meant}'？`),
  }),
} as const;

const mayImport = {
  en: (allowed: readonly string[]) =>
    allowed.length === 0 ? 'It needs no imports at all: take this line out.' : `It may import ${quoted(allowed).join(', ')}: take this line out, and write what it was for with ${allowed.length === 1 ? 'that' : 'those'}.`,
  'zh-CN': (allowed: readonly string[]) =>
    allowed.length === 0 ? '它不需要任何导入：请删掉这一行。' : `可以导入的有：${quoted(allowed).join('、')}。请删掉这一行，改用${allowed.length === 1 ? '它' : '它们'}来写。`,
};

function quoted(names: readonly string[]): readonly string[] {
  return names.map((name) => `'${name}'`);
}
