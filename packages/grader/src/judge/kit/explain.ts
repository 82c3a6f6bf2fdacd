import { noError } from '../../bridge/death.ts';
import type { Blame, OwnCall } from '../../bridge/death.ts';
import { halves } from '../../messages/halves.ts';
import { insteadOf, notInAnExercise } from '../../messages/not-in-an-exercise.ts';
import { show } from '../../messages/show.ts';
import type { Text } from '../../messages/text.ts';
import { adviceOnName } from '../../messages/unknown-name.ts';
import type { NotPassed } from '../../verdict/finding.ts';
import type { Location } from '../../verdict/result.ts';
import { at, atZh, placed } from './located.ts';

/** An error by its name and message. */
function told({ name, message }: Blame): Text {
  const { en, 'zh-CN': zh } = halves(message.replace(/ in ES module scope.*$/s, ''));
  return { en: `${name}: ${en}`, 'zh-CN': `${name}: ${translated(zh)}` };
}

/** What the course itself has an error say, in English as JavaScript would. */
function translated(message: string): string {
  if (message === alreadyAwaited) return '不能再次 await 已经 await 过的协程';
  const refused = notInAnExercise.exec(message)?.[1];
  return refused === undefined ? message : `练习里不能使用 ${refused}`;
}

/** The submission threw where the check expected an answer. */
export function explainBlame(blame: Blame): NotPassed {
  if (blame.name === noError) return explainThrown(blame);
  const what = told(blame);
  const remedy = remedyFor(blame);
  return {
    status: 'failed',
    cause: 'threw',
    message: {
      en: `Your code threw an error: ${what.en}${at(blame.location)}${remedy.en}`,
      'zh-CN': `你的代码抛出了错误：${what['zh-CN']}${atZh(blame.location)}${remedy['zh-CN']}`,
    },
    ...placed(blame.location),
  };
}

/** Anything can be thrown, and what is no error tells no place. */
function explainThrown({ message, location }: Blame): NotPassed {
  return {
    status: 'failed',
    cause: 'threw',
    message: {
      en: `Your code threw ${message}, or rejected a promise with it${at(location)}. That is no error, and tells nobody what went wrong: throw new Error('…').`,
      'zh-CN': `你的代码抛出的是 ${message}，或者用它 reject 了一个 promise${atZh(location)}。它不是错误对象，谁也看不出哪里错了：请用 throw new Error('…')。`,
    },
    ...placed(location),
  };
}

function remedyFor({ name, message, imports = [] }: Blame): Text {
  if (name === 'RuntimeError' && message === alreadyAwaited) return reuse;
  if (name === 'TypeError' && aboutFrozen.test(message)) return frozen;
  const missing = name === 'ReferenceError' ? /^([\w$]+) is not defined(?= in ES module scope|$)/.exec(message)?.[1] : undefined;
  const refused = name === 'TypeError' ? notInAnExercise.exec(message)?.[1] : undefined;
  const remedy = refused !== undefined ? insteadOf(refused) : missing === undefined ? undefined : adviceOnName(missing, imports);
  return remedy === undefined ? { en: '', 'zh-CN': '' } : { en: `. ${remedy.en}`, 'zh-CN': `。${remedy['zh-CN']}` };
}

/** What JavaScript says when somebody writes into what is frozen. */
const aboutFrozen = /read only property|object is not extensible|Cannot (?:delete|redefine) property/;

const frozen: Text = {
  en: '. What you were given belongs to the caller, and is frozen here: read it, and write into a list or an object of your own',
  'zh-CN': '。传进来的东西属于调用者，在这里是冻结的：只能读；要写，请写进你自己新建的列表或对象里',
};

const alreadyAwaited = 'cannot reuse already awaited coroutine';

const reuse: Text = {
  en: '. A coroutine can be awaited only once, and createTask awaits it: keep the task that createTask gives, and await that',
  'zh-CN': '。一个协程只能被 await 一次，而 createTask 已经 await 了它：请保存 createTask 给出的任务，再 await 这个任务',
};

/** Something is awaited, nothing is left that could ever happen. */
export function explainDeadlock(): NotPassed {
  return {
    status: 'failed',
    cause: 'deadlock',
    message: {
      en: 'Your code waits for something that will never happen: no timer is left, and a promise is still pending. Is there a promise that nobody resolves or rejects?',
      'zh-CN': '你的代码在等待永远不会发生的事：已经没有计时器了，却还有 promise 没有结果。是不是有一个 promise 没有人去 resolve 或 reject？',
    },
  };
}

/** A rejection without a handler, or an error thrown out of a timer's callback. */
export function explainUnhandled(blame: Blame | undefined, error: unknown): NotPassed {
  const what = blame && blame.name !== noError ? told(blame) : { en: show(error), 'zh-CN': show(error) };
  if (blame?.ownCall) return { status: 'failed', cause: 'unhandled', message: ownCallFailed(blame.ownCall, what, blame.location), ...placed(blame.ownCall.location) };
  const remedy = blame && remedyFor(blame);
  return {
    status: 'failed',
    cause: 'unhandled',
    message: {
      en: `A promise was rejected and nobody handled it: ${what.en}${at(blame?.location)}${remedy?.en ?? ''}. In Node that ends the whole program. Somebody has to await it, or give it a catch, before it fails: whoever awaits one promise after another hears of the later ones too late.`,
      'zh-CN': `有一个 promise 被拒绝（reject）了，却没有人处理：${what['zh-CN']}${atZh(blame?.location)}${remedy?.['zh-CN'] ?? ''}。在 Node 里这会让整个程序退出。在它失败之前，就要有人 await 它，或者给它加上 catch：一个接一个地 await，后面的失败时就没有人在听。`,
    },
    ...placed(blame?.location),
  };
}

/** What the file threw as it was loaded. */
export function loadErrorText(blame: Blame): Text {
  const what = told(blame);
  if (blame.ownCall) return ownCallFailed(blame.ownCall, what, blame.location);
  const { module, name } = notExported.exec(blame.message)?.groups ?? {};
  if (module !== undefined && name !== undefined) return nothingToImport(module, name);
  const remedy = remedyFor(blame);
  return {
    en: `Your file could not be loaded: ${what.en}${at(blame.location)}${remedy.en}`,
    'zh-CN': `你的文件无法加载：${what['zh-CN']}${atZh(blame.location)}${remedy['zh-CN']}`,
  };
}

/** What every engine says when a module imports what another does not export. */
const notExported = /^The requested module '(?<module>[^']+)' does not provide an export named '(?<name>[^']+)'$/;

function nothingToImport(module: string, name: string): Text {
  return {
    en: `Your file could not be loaded: '${module}' has no \`${name}\` to import. Take it out of the import, or mend its spelling.`,
    'zh-CN': `你的文件无法加载：'${module}' 里没有可以导入的 \`${name}\`。请从 import 中去掉它，或者改正拼写。`,
  };
}

/** The file calls by itself what the checks are to call, and with what they would give it: that can only fail. */
function ownCallFailed({ name, location }: OwnCall, what: Text, thrownAt: Location | undefined): Text {
  const elsewhere = thrownAt?.line === location.line ? undefined : thrownAt;
  const exercise = location.file.replace(/\.ts$/, '');
  return {
    en: `Your file itself calls \`${name}\`, outside of all functions${at(location)}, and that failed: ${what.en}${at(elsewhere)}. Take that call out: the checks call \`${name}\` themselves, with what it needs. To see it run: pnpm play ${exercise}`,
    'zh-CN': `你的文件在所有函数之外自己调用了 \`${name}\`${atZh(location)}，结果失败了：${what['zh-CN']}${atZh(elsewhere)}。请去掉这次调用：检查会自己调用 \`${name}\`，并传入它需要的东西。想看它运行：pnpm play ${exercise}`,
  };
}

/** Timers of the submission that go on for ever after the answer. */
export function explainLeak(location?: Location): NotPassed {
  return {
    status: 'failed',
    cause: 'leak',
    message: {
      en: `Your code left a timer running after it was done${at(location)}. Stop it (clearInterval, clearTimeout): a program with a running timer never ends.`,
      'zh-CN': `你的代码完成之后还留着一个没有停下的计时器${atZh(location)}。请停掉它（clearInterval、clearTimeout）：有计时器在运行，程序就不会结束。`,
    },
    ...placed(location),
  };
}

/** Timers that the submission sets again and again while it waits. */
export function explainPolling(times: number, location?: Location): NotPassed {
  return {
    status: 'failed',
    cause: 'flood',
    message: {
      en: `More than ${times - 1} timers went off in this check: your code sets one again and again, or an interval that nobody clears${at(location)}. Nobody has to look whether something is done: \`await\` and \`then\` tell you at that very moment.`,
      'zh-CN': `在这个检查里，计时器响了 ${times - 1} 次还不止：你的代码一次又一次地设置计时器，或者设置了没有人清除的 interval${atZh(location)}。不用反复去看事情做完了没有：\`await\` 和 \`then\` 会在完成的那一刻通知你。`,
    },
    ...placed(location),
  };
}

/** A failure of code that also watched the clock in a loop: the loop is the likelier thing to learn about, and why something began late. */
export function explainSpin(spunMs: number, spunAt: Location | undefined, failure: NotPassed): NotPassed {
  const consequence = failure.begins === 'late' ? undefined : failure.message;
  return {
    ...failure,
    ...placed(spunAt),
    message: {
      en: `Your code waited in a loop that looks at the clock again and again, for ${spunMs} ms${at(spunAt)}. Nothing else could run in that time. Wait without a loop: await a sleep, or call what the exercise gives you to wait with. ${consequence?.en ?? ''}`.trim(),
      'zh-CN': `你的代码在循环里反复看时钟来等待，共 ${spunMs} 毫秒${atZh(spunAt)}，这段时间里别的什么都不能运行。请不要用循环来等：await 一个 sleep，或者调用练习给你的等待方法。${consequence?.['zh-CN'] ?? ''}`,
    },
  };
}

/** The check has a mistake of its own, and so nothing to say about the submission. */
export const notJudged: NotPassed = {
  status: 'skipped',
  cause: 'not-run',
  message: {
    en: 'This was not judged: the check has a mistake of its own.',
    'zh-CN': '这一项没有评判：检查本身有错误。',
  },
};
