import * as core from '@teatime/core';
import { oursIn, python } from './another-language.ts';
import type { PythonPiece } from './another-language.ts';
import type { Text } from './text.ts';

/**
 * What to do about a name that stands for nothing: import it, or write what it is called here.
 *
 * @param imports what the file may import
 */
export function adviceOnName(name: string, imports: readonly string[]): Text | undefined {
  const module = Object.hasOwn(core, name) ? '@teatime/core' : nodeNames.get(name);
  if (module !== undefined && imports.includes(module)) {
    const line = `import { ${name} } from '${module}';`;
    return { en: `Import it at the top of the file: \`${line}\``, 'zh-CN': `请在文件开头导入它：\`${line}\`` };
  }
  return pythonName(name) ?? otherNames.get(name);
}

/** What the exercises need of Node's modules. */
const nodeNames: ReadonlyMap<string, string> = new Map([
  ['promisify', 'node:util'],
  ['inspect', 'node:util'],
  ['pbkdf2', 'node:crypto'],
  ['pbkdf2Sync', 'node:crypto'],
  ['readFile', 'node:fs/promises'],
  ['readFileSync', 'node:fs'],
]);

function pythonName(name: string): Text | undefined {
  const piece = pythonNames.get(name);
  if (piece === undefined) return undefined;
  const here = oursIn(python[piece].ours);
  return { en: `That is Python: write ${here.en}`, 'zh-CN': `这是 Python 的写法，请写 ${here['zh-CN']}` };
}

const pythonNames: ReadonlyMap<string, PythonPiece> = new Map<string, PythonPiece>([
  ['print', 'print'],
  ['None', 'none'],
  ['True', 'true'],
  ['False', 'true'],
  ['self', 'self'],
  ['len', 'len'],
  ['range', 'range'],
  ['create_task', 'create-task'],
]);

const callback: Text = {
  en: 'There is no callback here. Give the result with `return`: whoever awaits the call gets it',
  'zh-CN': '这里没有回调函数。请用 `return` 给出结果：谁 await 这次调用，谁就会得到它',
};

const absent: Text = {
  en: 'There is `undefined`, for what is not there',
  'zh-CN': '这里用 `undefined` 表示“没有值”',
};

const printing: Text = { en: 'To print, write `console.log(…)`', 'zh-CN': '要输出，请写 `console.log(…)`' };

const timeOfCore: Text = { en: 'To wait, write `await sleep(ms)`, with sleep from \'@teatime/core\'', 'zh-CN': '要等待，请写 `await sleep(ms)`，sleep 来自 \'@teatime/core\'' };

const commonJs: Text = {
  en: 'Write `export` in front of the function in its place, and delete this line',
  'zh-CN': '请删掉这一行，改为在函数前面写上 `export`',
};

const otherNames: ReadonlyMap<string, Text> = new Map<string, Text>([
  ['asyncio', {
    en: 'That is Python\'s: its functions are in \'@teatime/core\' here, each under its own name: `import { createTask, sleep } from \'@teatime/core\';`',
    'zh-CN': '这是 Python 的模块。这里对应的函数在 \'@teatime/core\' 里，按各自的名字导入：`import { createTask, sleep } from \'@teatime/core\';`',
  }],
  ['pass', { en: 'That is Python: an empty block is `{}`', 'zh-CN': '这是 Python 的写法，空的代码块写 `{}`' }],
  ['str', { en: 'That is Python: write `String(x)`', 'zh-CN': '这是 Python 的写法，请写 `String(x)`' }],
  ['int', { en: 'That is Python: write `Number(x)`', 'zh-CN': '这是 Python 的写法，请写 `Number(x)`' }],
  ['float', { en: 'That is Python: write `Number(x)`', 'zh-CN': '这是 Python 的写法，请写 `Number(x)`' }],
  ['list', { en: 'That is Python: write `[...x]`', 'zh-CN': '这是 Python 的写法，请写 `[...x]`' }],
  ['dict', { en: 'That is Python: write `{}` or `new Map()`', 'zh-CN': '这是 Python 的写法，请写 `{}` 或 `new Map()`' }],
  ['enumerate', { en: 'That is Python: write `list.entries()`', 'zh-CN': '这是 Python 的写法，请写 `list.entries()`' }],
  ['Exception', { en: 'Write `new Error(\'why\')`', 'zh-CN': '请写 `new Error(\'原因\')`' }],
  ['time', timeOfCore],
  ['Thread', timeOfCore],
  ['delay', timeOfCore],
  ['wait', timeOfCore],
  ['nil', absent],
  ['NULL', absent],
  ['Null', absent],
  ['println', printing],
  ['printf', printing],
  ['echo', printing],
  ['puts', printing],
  ['System', printing],
  ['Console', printing],
  ['fmt', printing],
  ['callback', callback],
  ['cb', callback],
  ['done', callback],
  ['next', callback],
  ['require', {
    en: 'A module is imported at the top of the file: `import { … } from \'…\';`',
    'zh-CN': '请在文件开头导入模块：`import { … } from \'…\';`',
  }],
  ['module', commonJs],
  ['exports', commonJs],
  ['window', { en: 'There is no page here: write `globalThis`, or leave it out', 'zh-CN': '这里没有网页：请写 `globalThis`，或者去掉它' }],
  ['document', { en: 'There is no page here. Print with `console.log(…)`', 'zh-CN': '这里没有网页。要输出，请写 `console.log(…)`' }],
  ['alert', printing],
]);
