import type { Text } from './text.ts';

/** What stands in a file in the place of an export that is asked for. */
export type InsteadOfExport =
  | { readonly what: 'nothing-at-all' }
  | { readonly what: 'not-exported'; readonly declared: { readonly kind: 'function' | 'other'; readonly name: string } }
  | { readonly what: 'default-export'; readonly written: DefaultExport }
  | { readonly what: 'other-name'; readonly exported: string }
  /** Names that can be shown, and how many there are in all. */
  | { readonly what: 'other-exports'; readonly exported: readonly string[]; readonly count: number };

/** `export default function f…`, `export default f;`, `export { f as default };`, or a function that has no name at all. */
export type DefaultExport = 'function' | 'name' | 'as-default' | 'unnamed';

/**
 * What to do about an export that is missing.
 *
 * @param file the file as the reader knows it; the name of an exercise's first file is that of the exercise
 */
export function missingExport(file: string, name: string, instead: InsteadOfExport): Text {
  switch (instead.what) {
    case 'nothing-at-all': {
      const exercise = file.replace(/^.*[/\\]|\.ts$/g, '');
      return {
        en: `${file} is empty. \`pnpm reset ${exercise}\` puts the beginning back; what you wrote is kept.`,
        'zh-CN': `${file} 是空的。\`pnpm reset ${exercise}\` 可以恢复最初的内容；你写的代码会保留一份。`,
      };
    }
    case 'other-name':
      return {
        en: `${file} exports \`${instead.exported}\`; this exercise asks for \`${name}\`.`,
        'zh-CN': `${file} 导出的是 \`${instead.exported}\`，这个练习要的是 \`${name}\`。`,
      };
    case 'default-export':
      return defaultExport(file, name, instead.written);
    case 'not-exported':
      return notExported(file, name, instead.declared);
    case 'other-exports': {
      const { exported, count } = instead;
      const names = exported.map((one) => `\`${one}\``);
      const more = count - exported.length;
      const others = {
        en: names.length === 0 ? 'nothing' : `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
        'zh-CN': names.length === 0 ? '它什么也没有导出' : `它导出的是 ${names.join('、')}${more > 0 ? ` 等 ${count} 个` : ''}`,
      };
      return {
        en: `${file} does not export \`${name}\`; it exports ${others.en}. Write a function of exactly that name, with \`export\` in front of it.`,
        'zh-CN': `${file} 没有导出 \`${name}\`，${others['zh-CN']}。请写一个名字完全相同的函数，并在它前面写上 \`export\`。`,
      };
    }
  }
}

function defaultExport(file: string, name: string, written: DefaultExport): Text {
  const remedy: Readonly<Record<DefaultExport, Text>> = {
    function: { en: 'Take the word `default` out', 'zh-CN': '请去掉 `default`' },
    name: {
      en: `Write \`export { ${name} };\` in the place of \`export default ${name};\``,
      'zh-CN': `请把 \`export default ${name};\` 改成 \`export { ${name} };\``,
    },
    'as-default': { en: `Write \`export { ${name} };\`, without \`as default\``, 'zh-CN': `请写 \`export { ${name} };\`，不要写 \`as default\`` },
    unnamed: {
      en: `Write \`export const ${name} =\` in the place of \`export default\``,
      'zh-CN': `请把 \`export default\` 改成 \`export const ${name} =\``,
    },
  };
  const { en, 'zh-CN': zh } = remedy[written];
  const what = written === 'unnamed' ? { en: 'a function without a name', 'zh-CN': '一个没有名字的函数' } : { en: `\`${name}\``, 'zh-CN': ` \`${name}\` ` };
  return {
    en: `${file} exports ${what.en} as its default, and this exercise asks for \`${name}\` by its name. ${en}.`,
    'zh-CN': `${file} 把${what['zh-CN']}作为默认导出，而这个练习要按名字导入 \`${name}\`。${zh}。`,
  };
}

type Declared = Extract<InsteadOfExport, { what: 'not-exported' }>['declared'];

function notExported(file: string, name: string, declared: Declared): Text {
  const isFunction = declared.kind === 'function';
  const there: Text = {
    en: `${file} has ${isFunction ? 'a function ' : ''}\`${declared.name}\``,
    'zh-CN': `${file} 里有${isFunction ? '函数' : ''} \`${declared.name}\``,
  };
  if (declared.name === name) {
    return {
      en: `${there.en}, but does not export it: write \`export\` in front of it.`,
      'zh-CN': `${there['zh-CN']}，但没有导出：请在它前面写上 \`export\`。`,
    };
  }
  return {
    en: `${there.en}; this exercise asks for \`${name}\`, with \`export\` in front of it.`,
    'zh-CN': `${there['zh-CN']}，这个练习要的是 \`${name}\`，并且前面要写 \`export\`。`,
  };
}
