import { noError } from '../../bridge/death.ts';
import type { Blame, Death, OwnCall } from '../../bridge/death.ts';
import { halves } from '../../messages/halves.ts';
import { missingExport } from '../../messages/missing-export.ts';
import { insteadOf, notInAnExercise } from '../../messages/not-in-an-exercise.ts';
import { show } from '../../messages/show.ts';
import type { Text } from '../../messages/text.ts';
import { adviceOnName } from '../../messages/unknown-name.ts';
import type { Cause } from '../../verdict/cause.ts';
import type { NotPassed } from '../../verdict/finding.ts';
import type { Location } from '../../verdict/result.ts';

const at = (location: Location | undefined): string => (location ? ` (${location.file}:${location.line})` : '');

const atZh = (location: Location | undefined): string => (location ? `（${location.file}:${location.line}）` : '');

const placed = (location: Location | undefined): { location?: Location } => (location ? { location } : {});

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
      en: `More than ${times - 1} timers went off in this check: your code sets one again and again${at(location)}, to look whether something is done. Nobody has to look: \`await\` and \`then\` tell you at that very moment.`,
      'zh-CN': `在这个检查里，计时器响了 ${times - 1} 次还不止：你的代码一次又一次地设置计时器${atZh(location)}，去看事情做完了没有。其实不用去看：\`await\` 和 \`then\` 会在完成的那一刻通知你。`,
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

/** The student's code could not go on. */
export function explainDeath(death: Death): NotPassed {
  const location = 'location' in death ? death.location : death.cause === 'load-error' ? death.blame.location : undefined;
  return { status: 'error', cause: causeOf[death.cause], message: deathMessage(death), ...placed(location) };
}

const causeOf: Readonly<Record<Death['cause'], Cause>> = {
  hang: 'hang',
  'load-hang': 'hang',
  standstill: 'hang',
  'load-error': 'load',
  'load-waits': 'load',
  'missing-export': 'missing',
  'no-function': 'missing',
  exit: 'exit',
  memory: 'memory',
  'no-process': 'unjudged',
  starved: 'unjudged',
  refused: 'refused',
  flood: 'flood',
  'endless-timer': 'leak',
  starts: 'not-run',
  'submission-budget': 'time',
  'check-budget': 'time',
  budget: 'time',
};

function deathMessage(death: Death): Text {
  switch (death.cause) {
    case 'hang':
      if (death.awaits) {
        return {
          en: `Your code never came back${stuckAt(death)}: a loop that looks again and again whether something has happened. The \`await\` in it does not help: what it awaits is there already, so the loop goes on before any timer can go off. Await the very promise or task that it looks for.`,
          'zh-CN': `你的代码一直没有返回${stuckAtZh(death)}：有一个循环在反复查看事情发生了没有。循环里的 \`await\` 帮不上忙：它等的东西已经有了，所以计时器还没来得及触发，循环就又继续了。请直接 await 你要等的那个 promise 或任务。`,
        };
      }
      return {
        en: `Your code never came back${stuckAt(death)}: a loop that does not end? Nothing else can run while it loops.`,
        'zh-CN': `你的代码一直没有返回${stuckAtZh(death)}：是不是有一个不会结束的循环？它循环的时候，别的什么都不能运行。`,
      };
    case 'load-hang':
      return {
        en: `Your file never finished loading${stuckAt(death)}: a loop at the top level that does not end?`,
        'zh-CN': `你的文件一直没有加载完${stuckAtZh(death)}：最外层是不是有一个不会结束的循环？`,
      };
    case 'standstill':
      return {
        en: `Your code stood still and did nothing${stuckAt(death)}, and nothing else could run meanwhile. Does it wait with Atomics.wait, or for something outside of the program? Await a promise instead.`,
        'zh-CN': `你的代码停在那里什么也没做${stuckAtZh(death)}，这段时间里别的也都不能运行。它是不是在用 Atomics.wait 等待，或者在等程序以外的东西？请改为 await 一个 promise。`,
      };
    case 'starved':
      return {
        en: 'This computer was too busy with other things to tell whether this check passes. That says nothing about your code.',
        'zh-CN': '这台电脑正忙于别的工作，无法判断这个检查能否通过。这并不说明你的代码有问题。',
      };
    case 'load-error': {
      const what = told(death.blame);
      const { ownCall, location } = death.blame;
      if (ownCall) return ownCallFailed(ownCall, what, location);
      const remedy = remedyFor(death.blame);
      return {
        en: `Your file could not be loaded: ${what.en}${at(location)}${remedy.en}`,
        'zh-CN': `你的文件无法加载：${what['zh-CN']}${atZh(location)}${remedy['zh-CN']}`,
      };
    }
    case 'load-waits':
      return {
        en: `Your file never finished loading: it awaits something outside of all functions${at(death.location)} that does not happen. Take that out: the checks call your functions themselves.`,
        'zh-CN': `你的文件一直没有加载完：它在所有函数之外 await 了${atZh(death.location)}一件不会发生的事。请去掉它：检查会自己调用你的函数。`,
      };
    case 'missing-export':
      return missingExport(death.file, death.name, death.instead);
    case 'no-function':
      return {
        en: `${death.file} exports \`${death.name}\`, but it is not a function.`,
        'zh-CN': `${death.file} 导出的 \`${death.name}\` 不是函数。`,
      };
    case 'exit':
      return {
        en: `Your code ended the program${at(death.location)}. A function gives its answer with return, never with process.exit.`,
        'zh-CN': `你的代码结束了整个程序${atZh(death.location)}。函数要用 return 给出答案，不要用 process.exit。`,
      };
    case 'memory':
      return {
        en: 'Your code used up all of its memory. Is there a list that grows without an end?',
        'zh-CN': '你的代码用光了内存。是不是有一个列表在无止境地变长？',
      };
    case 'no-process':
      return {
        en: `The safe place for your code could not be started (${death.detail}). That is not your fault: please tell whoever gave you the course.`,
        'zh-CN': `无法为你的代码启动安全的运行环境（${death.detail}）。这不是你的错：请告诉课程的作者。`,
      };
    case 'refused':
      return {
        en: `Your code gave back something that cannot be checked: ${death.what}.`,
        'zh-CN': `你的代码返回了无法检查的东西：${death.what}。`,
      };
    case 'flood':
      return {
        en: `Your code ${death.of === 'output' ? 'printed far too many lines' : 'made far too many calls, timers or lines of output'}${at(death.location)}. Is there a loop that does not end, and says or starts something each time?`,
        'zh-CN': `你的代码${death.of === 'output' ? '打印了太多行' : '产生了太多的调用、计时器或输出'}${atZh(death.location)}。是不是有一个不会结束的循环，每一圈都在打印或启动什么？`,
      };
    case 'endless-timer':
      return {
        en: 'A timer of your code goes off again and again and never stops. Clear it (clearInterval, clearTimeout) when it has done its work.',
        'zh-CN': '你的代码里有一个计时器反复触发、一直不停。任务完成后请清除它（clearInterval、clearTimeout）。',
      };
    case 'starts':
      return {
        en: 'This check was not run: in the checks before it your code hung or ended the program too often. Mend those first.',
        'zh-CN': '这个检查没有运行：在前面的检查里，你的代码已经多次卡死或结束了程序。请先修好那些问题。',
      };
    case 'submission-budget':
      return {
        en: 'This check was not run: your code has used up the time for the whole submission, because too much of it loops or never comes to an end. Mend the exercises that hang first.',
        'zh-CN': '这个检查没有运行：你的代码有太多地方陷入循环或迟迟不结束，整份提交的时间已经用完。请先修好卡住的练习。',
      };
    case 'check-budget':
      return {
        en: 'Your code went on and on in this check without coming to its end. Is there a chain of calls, promises or timers that does not end?',
        'zh-CN': '在这个检查里，你的代码一直忙个不停，却没有结束。是不是有一连串没有尽头的调用、promise 或计时器？',
      };
    case 'budget':
      return {
        en: 'Your code has used up the time for this exercise: the checks before this one took too long.',
        'zh-CN': '这个练习的时间已经用完：前面的检查花得太久了。',
      };
  }
}

type Stuck = Extract<Death, { cause: 'hang' | 'load-hang' | 'standstill' }>;

function stuckAt({ location, functionName }: Stuck): string {
  if (!location) return '';
  return `, stuck at ${location.file}:${location.line}${functionName ? ` in \`${functionName}\`` : ''}`;
}

function stuckAtZh({ location, functionName }: Stuck): string {
  if (!location) return '';
  return `，卡在 ${location.file}:${location.line}${functionName ? `（\`${functionName}\`）` : ''}`;
}
