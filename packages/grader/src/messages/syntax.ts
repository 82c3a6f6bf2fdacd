import type { Text } from './text.ts';
import { picture } from './visible.ts';

/** One sentence of the compiler; the line of the place that it speaks of, where that is not the place of the mistake. */
export interface CompilerSentence {
  readonly text: string;
  readonly line: number | undefined;
}

/** Why a file is no TypeScript. */
export const reasons = {
  awaitOutsideAsync: {
    en: '`await` only works inside an `async` function. Write `async` in front of the function around it.',
    'zh-CN': '`await` 只能用在 `async` 函数里。请在包含它的函数前面写上 `async`。',
  },
  conflictMarker: {
    en: 'Two versions of the file stand here, one after the other: a merge was not finished. Decide for one of them, and delete the other, with the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
    'zh-CN': '这里并排留着文件的两个版本：合并（merge）没有做完。请选定一个版本，删掉另一个，并删掉以 `<<<<<<<`、`=======` 和 `>>>>>>>` 开头的行。',
  },
  misspelt: ({ written, meant }: { readonly written: string; readonly meant: string }): Text => ({
    en: `the word \`${written}\` is not known. Did you mean \`${meant}\`?`,
    'zh-CN': `没有 \`${written}\` 这个词。是不是想写 \`${meant}\`？`,
  }),
  compiler: (english: readonly CompilerSentence[], chinese: readonly CompilerSentence[]): Text => ({
    en: english.map(({ text, line }) => (line === undefined ? text : `${text} (line ${line})`)).join(' '),
    'zh-CN': chinese.map(({ text, line }) => (line === undefined ? text : `${text}（第 ${line} 行）`)).join(''),
  }),
} as const;

/** A character that looks like the one that code needs, as input methods and word processors write it. */
export function lookAlike({ written, meant }: { readonly written: string; readonly meant: string }): Text {
  if (meant === '"' || meant === '\'') {
    return {
      en: `Code does not know this kind of quotation mark: ${written} Write ${meant} instead.`,
      'zh-CN': `这里是中文引号 ${written} ，请改成英文引号 ${meant} 。`,
    };
  }
  return {
    en: `This is the full-width character '${written}'. Write '${meant}' instead.`,
    'zh-CN': `这里是全角字符“${written}”，请改成半角的“${meant}”。`,
  };
}

/** A character that nobody sees. @param code its number in Unicode */
export function unseen(code: number): Text {
  const shown = picture(code).replace(/^<(.*)>$/, '$1');
  return {
    en: `There is a character here that is not seen: ${shown}. It comes with text that is copied from a page or a chat. Delete it with what stands beside it, and type that anew.`,
    'zh-CN': `这里有一个看不见的字符：${shown}。它多半是从网页或聊天软件里复制来的。请把它和旁边的字符一起删掉，再重新输入。`,
  };
}

/** TypeScript that would have to be translated, not just left out, before it could run. */
export const untranslated = {
  enum: {
    en: '`enum` cannot be used here, because types are left out, not translated, before the file runs. '
      + 'Write a union type, such as `type Size = \'small\' | \'large\';`.',
    'zh-CN': '这里不能使用 `enum`：运行前只会去掉类型，不会翻译代码。请改用联合类型，例如 `type Size = \'small\' | \'large\';`。',
  },
  namespace: {
    en: '`namespace` cannot be used here, because types are left out, not translated, before the file runs. '
      + 'Write its contents straight into the file.',
    'zh-CN': '这里不能使用 `namespace`：运行前只会去掉类型，不会翻译代码。请把里面的内容直接写在文件里。',
  },
  'parameter property': {
    en: '`public`, `private` and `readonly` cannot stand before a parameter here. '
      + 'Declare the field in the class, and assign it in the constructor.',
    'zh-CN': '这里不能在参数前写 `public`、`private` 或 `readonly`。请在类里声明字段，再在构造函数里赋值。',
  },
  'import equals': {
    en: '`import … = …` cannot be used here. Write `import { … } from \'…\';`.',
    'zh-CN': '这里不能使用 `import … = …`。请写成 `import { … } from \'…\';`。',
  },
  'angle-bracket': {
    en: '`<Type>value` cannot be used here. Write `value as Type`.',
    'zh-CN': '这里不能使用 `<类型>值`。请写成 `值 as 类型`。',
  },
  decorator: {
    en: 'Decorators (`@…`) cannot be used here: JavaScript does not have them yet. Take this one out, and call what it does as a function.',
    'zh-CN': '这里不能使用装饰器（`@…`）：JavaScript 还不支持它。请去掉它，改成普通的函数调用。',
  },
  accessor: {
    en: '`accessor` cannot be used here: JavaScript does not have it yet. Take the word out: a plain field does the same.',
    'zh-CN': '这里不能使用 `accessor`：JavaScript 还不支持它。请去掉这个词，用普通字段就可以。',
  },
  'export assignment': {
    en: '`export = …` cannot be used here. Delete this line, and write `export` in front of the function that it exports.',
    'zh-CN': '这里不能使用 `export = …`。请删掉这一行，并在要导出的函数前面写上 `export`。',
  },
  other: {
    en: 'This TypeScript syntax cannot be used here, because types are left out, not translated, before the file runs. '
      + 'Write it in plain JavaScript with types.',
    'zh-CN': '这里不能使用这种 TypeScript 语法：运行前只会去掉类型，不会翻译代码。请改写成带类型的普通 JavaScript。',
  },
} as const satisfies Record<string, Text>;
