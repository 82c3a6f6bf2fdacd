import * as core from '@teatime/core';
import type { Text } from './text.ts';

/** What to do about a name that stands for nothing, where it is one that only was not imported. */
export function missingImport(name: string): Text | undefined {
  if (!Object.hasOwn(core, name)) return undefined;
  const line = `import { ${name} } from '@teatime/core';`;
  return { en: `Import it at the top of the file: \`${line}\``, 'zh-CN': `请在文件开头导入它：\`${line}\`` };
}
