import type { Death } from '../../bridge/death.ts';
import { missingExport } from '../../messages/missing-export.ts';
import type { Text } from '../../messages/text.ts';
import type { Cause } from '../../verdict/cause.ts';
import type { NotPassed } from '../../verdict/finding.ts';
import { loadErrorText } from './explain.ts';
import { at, atZh, placed } from './located.ts';

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
    case 'load-error':
      return loadErrorText(death.blame);
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
