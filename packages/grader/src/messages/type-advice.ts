import { howToPause } from './pause.ts';
import type { Text } from './text.ts';
import { adviceOnName } from './unknown-name.ts';

/** What is known of a mistake in the types, besides the compiler's sentence. */
export interface TypeMistake {
  /** The compiler's number for this kind of mistake. */
  readonly code: number;
  /** The compiler's sentence, in any language. */
  readonly message: string;
  /** The numbers of the notes that the compiler made about other places. */
  readonly notes: readonly number[];
  /** The name that the compiler does not know, where that is the mistake. */
  readonly unknownName?: string;
  /** Whether something is assigned to that name. */
  readonly isAssigned?: boolean;
  /** Whether a function is handed over where none is taken. */
  readonly isCallback?: boolean;
  /** The name under which a default export was imported that there is not, and of which module. */
  readonly defaultImport?: { readonly name: string; readonly module: string };
}

/**
 * What a beginner does about a mistake in the types, where the compiler's sentence does not say it.
 *
 * @param imports what the file may import
 */
export function typeAdvice(mistake: TypeMistake, imports: readonly string[]): Text | undefined {
  const { code, message, notes, unknownName, isAssigned, isCallback, defaultImport } = mistake;
  if (notes.includes(didYouMeanToCall)) return advice.call;
  if (isNever.has(code) && message.includes('never')) return advice.never;
  if (defaultImport !== undefined) return importAll(defaultImport);
  if (isCallback === true) return advice.callback;
  if (unknownName === undefined) return adviceOnWaiting(mistake, imports) ?? byCode.get(code);
  const known = adviceOnName(unknownName, imports);
  return known === undefined ? (isAssigned === true ? declare(unknownName) : undefined) : ended(known);
}

/** A promise is taken for what it will give, or something that is no promise for one. */
function adviceOnWaiting({ code, message, notes }: TypeMistake, imports: readonly string[]): Text | undefined {
  if (notes.includes(forgotAwait) || (aboutPromise.has(code) && isOfPromise.test(message)) || (otherType.has(code) && isPromiseForValue.test(message))) return advice.await;
  if (byNothing.get(code)?.test(message) === true) return advice.callbackForResult;
  if (code !== otherArgument || !isOfCallback.test(message)) return undefined;
  if (isOfNothing.test(message)) return advice.calledAtOnce;
  if (!isOfNumber.test(message)) return undefined;
  const pause = howToPause(imports);
  return {
    en: `A function belongs there. To wait for some time, write \`${pause}\`.`,
    'zh-CN': `那里应该是一个函数。想等一段时间，请写 \`${pause}\`。`,
  };
}

function declare(name: string): Text {
  return {
    en: `Declare it where it gets its first value: \`const ${name} = …\`, or \`let\` if it is to change.`,
    'zh-CN': `请在第一次赋值的地方声明它：\`const ${name} = …\`；如果之后还要改变，就用 \`let\`。`,
  };
}

function importAll({ name, module }: NonNullable<TypeMistake['defaultImport']>): Text {
  const line = `import * as ${name} from '${module}';`;
  return { en: `To have all of it under one name, write \`${line}\``, 'zh-CN': `想用一个名字导入全部内容，请写 \`${line}\`` };
}

function ended({ en, 'zh-CN': zh }: Text): Text {
  return { en: `${en}.`, 'zh-CN': `${zh}。` };
}

const advice = {
  call: {
    en: 'Call the function: write `()` behind it.',
    'zh-CN': '请调用这个函数：在它后面写上 `()`。',
  },
  never: {
    en: 'TypeScript thinks that this variable still holds what it held at first, because it does not follow what is assigned inside of another function. Let it begin with something of its later type, such as `let wake = () => {};`.',
    'zh-CN': 'TypeScript 以为这个变量还是最初的值，因为它不会跟踪在别的函数里的赋值。请让它一开始就是以后的类型，例如 `let wake = () => {};`。',
  },
  callback: {
    en: 'It takes no callback: await the call, and go on in the next line with what it gives.',
    'zh-CN': '它不接受回调函数：请 await 这次调用，再在下一行使用它给出的结果。',
  },
  await: {
    en: 'What it will give is not there yet: write `await` in front of the promise, task or coroutine.',
    'zh-CN': '它要给出的结果现在还没有：请在这个 promise、任务或协程前面写上 `await`。',
  },
  callbackForResult: {
    en: 'The call gives nothing back. If it takes a callback, it hands its result to that: use the function of the same name that gives a promise (files: `node:fs/promises`), or make one with `promisify`.',
    'zh-CN': '这次调用什么也不返回。如果它接受回调函数，结果是交给回调函数的：请改用给出 promise 的同名函数（文件：`node:fs/promises`），或者用 `promisify` 得到一个。',
  },
  calledAtOnce: {
    en: 'It is called right there, and not later: hand over a function, as in `() => …`.',
    'zh-CN': '它当场就被调用了，而不是以后才调用：请传入一个函数，例如 `() => …`。',
  },
  noReturn: {
    en: 'The function can come to its end without a `return`.',
    'zh-CN': '这个函数可能没有执行 `return` 就结束了。',
  },
  untyped: {
    en: 'Write the type behind the name, as in `name: string`. Where the file had one in the beginning, keep it.',
    'zh-CN': '请在名字后面写上类型，例如 `name: string`。文件里原来有类型的，请保留。',
  },
  typeInImport: {
    en: 'It is only a type: write `type` in front of it in the import, as in `import { type Awaitable }`.',
    'zh-CN': '它只是一个类型：请在 import 里给它加上 `type`，例如 `import { type Awaitable }`。',
  },
  notInModule: {
    en: 'Take it out of the import, or mend its spelling.',
    'zh-CN': '请从 import 里去掉它，或者改正拼写。',
  },
  valueInTypeImport: {
    en: 'Take the word `type` out of its import.',
    'zh-CN': '请从它的 import 里去掉 `type`。',
  },
  inBetween: {
    en: 'Nothing may stand between the declarations of a function and the function itself: move your own code above all of them, or below.',
    'zh-CN': '函数的几个声明和函数本身之间不能有别的代码：请把你自己的代码移到它们的最上面，或者下面。',
  },
} as const satisfies Record<string, Text>;

const byCode: ReadonlyMap<number, Text> = new Map<number, Text>([
  [2355, advice.noReturn],
  [2366, advice.noReturn],
  [7006, advice.untyped],
  [7031, advice.untyped],
  [1484, advice.typeInImport],
  [1361, advice.valueInTypeImport],
  [2305, advice.notInModule],
  [2389, advice.inBetween],
  [2391, advice.inBetween],
]);

/** `This expression is not callable`, `Property … does not exist on type …`. */
const isNever: ReadonlySet<number> = new Set([2349, 2339]);

/** `Did you forget to use 'await'?` */
const forgotAwait = 2773;

/** `Type … must have a '[Symbol.iterator]()' method`, `Property … does not exist on type …`, `… can't be used to index type …`, `This condition will always return true`. */
const aboutPromise: ReadonlySet<number> = new Set([2488, 2339, 7053, 2801]);

const isOfPromise = /['“](?:Promise|Task|Coroutine)</;

/** `Type … is not assignable to type …`, `Argument of type … is not assignable to parameter of type …`. */
const otherType: ReadonlySet<number> = new Set([2322, 2345]);

/** A promise first, and then something else. */
const isPromiseForValue = /^[^'“]*['“](?:Promise|Task|Coroutine)<[^\n]*['”][^'“]+['“](?!Promise|Task|Coroutine|Awaitable|PromiseLike)/;

/** `Type 'void' is not assignable to type …`, `Property … does not exist on type 'void'`. */
const byNothing: ReadonlyMap<number, RegExp> = new Map([[2322, /^\D{0,7}['“]void['”]/], [2339, /['“]void['”]/]]);

const isOfNothing = /['“]void['”]/;

/** `Argument of type … is not assignable to parameter of type …`. */
const otherArgument = 2345;

const isOfCallback = /['“]\(\) => void['”]/;

const isOfNumber = /['“](?:number|\d+)['”]/;

/** `Did you mean to call this expression?` */
const didYouMeanToCall = 6212;
