import type { Text } from './text.ts';

/** A piece of another language, and what is written here in its place. */
export interface ForeignPiece {
  /** As its language writes it. */
  readonly theirs: string;
  /** As it is written here; a sentence where nothing is. */
  readonly ours: string | Text;
}

const nothing: Text = { en: '(leave it out)', 'zh-CN': '（不用写）' };

/** What Python's words and forms are here: the keys are those of `submission/another-language.ts`. */
export const python = {
  'async-def': { theirs: 'async def f(x):', ours: 'export async function f(x) { … }' },
  def: { theirs: 'def f(x):', ours: 'function f(x) { … }' },
  lambda: { theirs: 'lambda x: y', ours: '(x) => y' },
  class: { theirs: 'class Cup:', ours: 'class Cup { … }' },
  import: { theirs: 'import asyncio', ours: 'import { … } from \'@teatime/core\';' },
  'create-task': { theirs: 'asyncio.create_task(f())', ours: 'createTask(f())' },
  gather: {
    theirs: 'asyncio.gather(f(), g())',
    ours: { en: 'createTask for each, then await each of the tasks', 'zh-CN': '先分别 createTask，再逐个 await 这些任务' },
  },
  sleep: { theirs: 'await asyncio.sleep(1)', ours: 'await sleep(seconds(1))' },
  run: { theirs: 'asyncio.run(main())', ours: { en: '(leave it out: the checks call your function)', 'zh-CN': '（不用写：检查会调用你的函数）' } },
  asyncio: { theirs: 'asyncio', ours: { en: 'the functions of \'@teatime/core\'', 'zh-CN': '\'@teatime/core\' 里的函数' } },
  print: { theirs: 'print(x)', ours: 'console.log(x)' },
  'f-string': { theirs: 'f"{n} cups"', ours: '`${n} cups`' },
  docstring: { theirs: '"""text"""', ours: '/** text */' },
  comment: { theirs: '# a comment', ours: '// a comment' },
  elif: { theirs: 'elif x:', ours: '} else if (x) {' },
  if: { theirs: 'if x:', ours: 'if (x) { … }' },
  else: { theirs: 'else:', ours: '} else { … }' },
  for: { theirs: 'for x in list:', ours: 'for (const x of list) { … }' },
  'async-for': { theirs: 'async for x in list:', ours: 'for await (const x of list) { … }' },
  while: { theirs: 'while x:', ours: 'while (x) { … }' },
  try: { theirs: 'try: … except Error as e: …', ours: 'try { … } catch (error) { … }' },
  with: { theirs: 'with x() as y:', ours: 'const y = x(); try { … } finally { … }' },
  raise: { theirs: 'raise ValueError("why")', ours: 'throw new Error(\'why\');' },
  comprehension: { theirs: '[f(x) for x in list]', ours: 'list.map((x) => f(x))' },
  conditional: { theirs: 'a if x else b', ours: 'x ? a : b' },
  not: { theirs: 'not x', ours: '!x' },
  and: { theirs: 'a and b, a or b', ours: 'a && b, a || b' },
  'is-none': { theirs: 'x is None', ours: 'x === undefined' },
  none: { theirs: 'None', ours: 'undefined' },
  true: { theirs: 'True, False', ours: 'true, false' },
  self: { theirs: 'self.x', ours: 'this.x' },
  pass: { theirs: 'pass', ours: nothing },
  len: { theirs: 'len(list)', ours: 'list.length' },
  range: { theirs: 'range(3)', ours: 'Array.from({ length: 3 }, (_, i) => i)' },
  append: { theirs: 'list.append(x)', ours: 'list.push(x)' },
  block: { theirs: 'x:', ours: { en: 'braces around the lines that belong to it: `{ … }`', 'zh-CN': '用花括号把属于它的几行括起来：`{ … }`' } },
} as const satisfies Record<string, ForeignPiece>;

export type PythonPiece = keyof typeof python;

/** What other languages write, as far as it is no mistake of typing. */
export const elsewhere = {
  func: { theirs: 'func, fn, fun', ours: 'function name(…) { … }' },
  declare: { theirs: 'x := 1', ours: 'const x = 1;' },
  'typed-first': { theirs: 'String x = …', ours: 'const x: string = …;' },
} as const satisfies Record<string, ForeignPiece>;

export type ElsewherePiece = keyof typeof elsewhere;

/** One piece of Python, or of another language, in a file that is TypeScript otherwise. */
export function foreignPiece(piece: PythonPiece | ElsewherePiece): Text {
  const isPython = Object.hasOwn(python, piece);
  const { theirs, ours }: ForeignPiece = { ...python, ...elsewhere }[piece];
  const here = oursIn(ours);
  return {
    en: `This is ${isPython ? 'Python' : 'another language'}: \`${theirs}\`. In TypeScript: ${here.en}.`,
    'zh-CN': `这是${isPython ? ' Python ' : '别的语言'}的写法：\`${theirs}\`。在 TypeScript 里写成：${here['zh-CN']}。`,
  };
}

/** A whole file of Python: what the exercise wants, and how the pieces that are in it are written here. */
export function wholePython(pieces: readonly PythonPiece[]): Text {
  const width = Math.max(...pieces.map((piece) => python[piece].theirs.length));
  const line = (piece: PythonPiece, language: keyof Text): string => {
    const { theirs, ours }: ForeignPiece = python[piece];
    return `  ${theirs.padEnd(width)}  →  ${typeof ours === 'string' ? ours : ours[language]}`;
  };
  const table = (language: keyof Text): string => pieces.map((piece) => line(piece, language)).join('\n');
  return {
    en: `This is Python. The exercise asks for TypeScript, in which blocks stand in braces and a name is declared with \`const\` or \`let\`. What you wrote is written here so:\n${table('en')}\nKeep the functions that the file had in the beginning, with their names and types, and write your lines into them.`,
    'zh-CN': `这是 Python 代码，而这个练习要用 TypeScript 来写：代码块用花括号括起来，变量用 \`const\` 或 \`let\` 声明。你写的内容在这里对应的写法：\n${table('zh-CN')}\n请保留文件里原有的函数、函数名和类型，把你的代码写进去。`,
  };
}

/** What is written here, as a part of a sentence. */
export function oursIn(ours: ForeignPiece['ours']): Text {
  if (typeof ours !== 'string') return ours;
  const quoted = ours.includes('`') ? ours : `\`${ours}\``;
  return { en: quoted, 'zh-CN': quoted };
}
