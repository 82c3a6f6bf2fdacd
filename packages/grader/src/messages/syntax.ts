import type { Text } from './text.ts';

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
  other: {
    en: 'This TypeScript syntax cannot be used here, because types are left out, not translated, before the file runs. '
      + 'Write it in plain JavaScript with types.',
    'zh-CN': '这里不能使用这种 TypeScript 语法：运行前只会去掉类型，不会翻译代码。请改写成带类型的普通 JavaScript。',
  },
} as const satisfies Record<string, Text>;
