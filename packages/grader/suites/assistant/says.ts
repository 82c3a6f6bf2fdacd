import { CancelledError } from '@teatime/core';
import { list, show, type Text } from '@teatime/grader/kit';
import type { Outcome } from './session.ts';

/** What became of a job. */
function became(one: Outcome): Text {
  const { name, fails, error, result, ms } = one;
  if (!fails) return { en: `The job ${name} was done after ${ms} ms and gave ${show(result)}.`, 'zh-CN': `工作 ${name} 在 ${ms} 毫秒时完成，给出了 ${show(result)}。` };
  if (ms === undefined) return { en: `The start() of the job ${name} threw ${show(error)} before it gave a coroutine: the job has failed.`, 'zh-CN': `工作 ${name} 的 start() 还没有给出协程就抛出了 ${show(error)}：这项工作失败了。` };
  if (error instanceof CancelledError) return { en: `The job ${name} was cancelled after ${ms} ms: it failed with ${show(error)}.`, 'zh-CN': `工作 ${name} 在 ${ms} 毫秒时被取消了：它以 ${show(error)} 失败。` };
  return { en: `The job ${name} failed after ${ms} ms with ${show(error)}.`, 'zh-CN': `工作 ${name} 在 ${ms} 毫秒时以 ${show(error)} 失败。` };
}

/** The answer of a job, as it has to be announced. */
function due({ name, fails, error, result }: Outcome): string {
  return show(fails ? { name, status: 'rejected', reason: error } : { name, status: 'fulfilled', value: result });
}

/** What the checks of `assistant` tell a student. */
export const says = {
  neverEnds: (announced: readonly string[]): Text => ({
    en: `All jobs were done long ago, but assist still waits. Announced so far: ${list(announced).en}.`,
    'zh-CN': `所有工作早就完成了，assist 却还在等。到现在为止播报了：${list(announced)['zh-CN']}。`,
  }),

  neverStarted: (name: string): Text => ({
    en: `The job ${name} was never started. job.start() gives a coroutine, which runs when you await it or make a task of it.`,
    'zh-CN': `工作 ${name} 一直没有启动。job.start() 给出一个协程，await 它或者把它变成任务，它才会运行。`,
  }),

  startedOften: (name: string, times: number): Text => ({
    en: `The job ${name} was started ${times} times. Each job is started once, also when it fails.`,
    'zh-CN': `工作 ${name} 启动了 ${times} 次。每项工作只启动一次，失败了也一样。`,
  }),

  startedLate: (name: string, at: number): Text => ({
    en: `The job ${name} was started only after ${at} ms. Start all of them before you wait for any.`,
    'zh-CN': `工作 ${name} 等到 ${at} 毫秒才启动。请先把它们全部启动，再去等待。`,
  }),

  tookLong: (longest: number, took: number): Text =>
    took < longest
      ? {
          en: `assist was over after ${took} ms, but the longest job takes ${longest} ms: it did not wait for all of them. An \`async\` function inside of \`forEach\`, or a task that nobody awaits, is waited for by nobody.`,
          'zh-CN': `assist 在 ${took} 毫秒时就结束了，而最长的工作要 ${longest} 毫秒：它没有等全部工作完成。\`forEach\` 里的 \`async\` 函数，或者没有人 await 的任务，是没有人会等的。`,
        }
      : {
          en: `The longest job takes ${longest} ms, so assist takes ${longest} ms. Yours took ${took} ms: do the jobs wait for each other, or assist for something else?`,
          'zh-CN': `最长的工作要 ${longest} 毫秒，所以 assist 应该用 ${longest} 毫秒，你的却用了 ${took} 毫秒：是不是工作之间在互相等待，或者 assist 还在等别的什么？`,
        },

  nothingTakes: (took: number): Text => ({
    en: `Without jobs there is nothing to wait for, but assist took ${took} ms.`,
    'zh-CN': `没有工作就没有什么要等，assist 却用了 ${took} 毫秒。`,
  }),

  neverAnnounced: (one: Outcome, over: number): Text => {
    const what = became(one);
    const early = one.ms !== undefined && over < one.ms;
    return {
      en: `${what.en} That was never announced${early ? `: assist was over already after ${over} ms. Wait for every job, also after a failure.` : one.fails ? ". A failure is announced as well: { name, status: 'rejected', reason }." : '.'}`,
      'zh-CN': `${what['zh-CN']}这件事一直没有播报${early ? `：assist 在 ${over} 毫秒时就已经结束了。每一项工作都要等到，出错之后也一样。` : one.fails ? "。失败也要播报：{ name, status: 'rejected', reason }。" : '。'}`,
    };
  },

  nobodyAnnounced: {
    en: 'All jobs were done, some well and one not, but announce was never called.',
    'zh-CN': '所有工作都结束了，有的成功，有一项失败，announce 却一次也没有被调用。',
  },

  /** @param before who was announced at the same moment, ahead of it */
  announcedAt: (name: string, done: number, at: number, before: string | undefined): Text =>
    before === undefined
      ? {
          en: `The job ${name} was done after ${done} ms, and announced after ${at} ms. Announce it the moment it is done.`,
          'zh-CN': `工作 ${name} 在 ${done} 毫秒时完成，在 ${at} 毫秒时才播报。请在完成的那一刻播报。`,
        }
      : {
          en: `The job ${name} was done after ${done} ms, and announced after ${at} ms, right behind ${before}. It waited for others first: have each job awaited by a function of its own, which announces it the moment it is done.`,
          'zh-CN': `工作 ${name} 在 ${done} 毫秒时完成，到 ${at} 毫秒才播报，紧跟在 ${before} 后面。它先等了别的工作：请让每项工作由自己的一个函数来 await，一完成就播报。`,
        },

  announcedOften: (name: string, times: number): Text => ({
    en: `The job ${name} was announced ${times} times. Once is enough.`,
    'zh-CN': `工作 ${name} 播报了 ${times} 次，一次就够了。`,
  }),

  announcedInAll: (jobs: number, times: number): Text => ({
    en: `There were ${jobs} jobs, but announce was called ${times} times. Each job is announced once, whether it succeeds or fails.`,
    'zh-CN': `一共 ${jobs} 项工作，announce 却被调用了 ${times} 次。每项工作只播报一次，不管成功还是失败。`,
  }),

  announcedAgain: (name: string, times: number): Text => ({
    en: `announce threw an error, and the job ${name} was announced ${times} times. The error was not the job's: keep announce out of the \`try\` (or in front of the \`catch\`) that is there for the job.`,
    'zh-CN': `announce 抛出了错误，工作 ${name} 就播报了 ${times} 次。错不在工作：不要把 announce 放进为工作而写的 \`try\` 里（也不要放在那个 \`catch\` 前面）。`,
  }),

  announcedElsewhere: (got: unknown): Text => ({
    en: `assist was called again while it was at work, and one announce heard ${show(got)}, which is the answer of a job of the other call. Is something kept in a variable outside of the function?`,
    'zh-CN': `assist 还在工作时又被调用了一次，其中一个 announce 收到了 ${show(got)}，而那是另一次调用的工作的回答。是不是把什么放在了函数外面的变量里？`,
  }),

  otherAnswer: (one: Outcome, got: unknown): Text => {
    const what = became(one);
    return {
      en: `${what.en} It was announced as ${show(got)}. It has to be ${due(one)}.`,
      'zh-CN': `${what['zh-CN']}播报的却是 ${show(got)}。应该是 ${due(one)}。`,
    };
  },

  unknownAnswer: (got: unknown): Text => ({
    en: `announce was called with ${show(got)}. An answer is { name, status: 'fulfilled', value } or { name, status: 'rejected', reason }.`,
    'zh-CN': `announce 收到了 ${show(got)}。回答应该是 { name, status: 'fulfilled', value } 或者 { name, status: 'rejected', reason }。`,
  }),

  wrongName: (name: string, got: unknown): Text => ({
    en: `The answer of the job ${name} was announced under the name ${show(got)}.`,
    'zh-CN': `工作 ${name} 的回答，播报时用的名字却是 ${show(got)}。`,
  }),

  failedItself: (one: Outcome): Text => {
    const what = became(one);
    return one.ms === undefined
      ? {
          en: `${what.en} assist failed with that error, too. Put the call of start() into the \`try\` as well: announce the failure, and go on.`,
          'zh-CN': `${what['zh-CN']}assist 也跟着以这个错误失败了。调用 start() 也要放进 \`try\` 里：请播报这次失败，然后继续。`,
        }
      : {
          en: `${what.en} assist failed with that error, too. Catch it, announce the failure, and go on.`,
          'zh-CN': `${what['zh-CN']}assist 也跟着以这个错误失败了。请接住它，播报这次失败，然后继续。`,
        };
  },

  sameStartTwice: (started: number, announced: number): Text => ({
    en: `Two jobs had the same name and the same start. Together they have to be started twice and announced twice; yours were started ${started} times and announced ${announced} times.`,
    'zh-CN': `有两项工作名字相同，start 也相同，一共应该启动两次、播报两次；你的启动了 ${started} 次，播报了 ${announced} 次。`,
  }),

  otherName: (got: unknown): Text => ({
    en: `An answer was announced under the name ${show(got)}, which no job has. Two jobs may have the same name: leave it as it is.`,
    'zh-CN': `有一个回答播报时用的名字是 ${show(got)}，没有哪项工作叫这个名字。两项工作可以同名：请保持原样。`,
  }),

  summaryLength: (jobs: number, length: number): Text => ({
    en: `There were ${jobs} jobs, but the summary has ${length} answers. It holds one for every job, when all of them are done.`,
    'zh-CN': `一共 ${jobs} 项工作，总结里却有 ${length} 个回答。等全部完成之后，每项工作都应该有一个。`,
  }),

  otherSummary: (expected: readonly string[], got: readonly string[]): Text => {
    const order = got.length === expected.length && expected.every((name) => got.includes(name));
    return {
      en: `The jobs were ${list(expected).en}. ${got.length === 0 ? 'The summary was empty.' : `In the summary stand the answers of ${list(got).en}.`} ${order ? 'It follows the jobs, and not the time at which they were done.' : 'It holds one answer for every job, in their order, when all of them are done.'}`,
      'zh-CN': `工作依次是 ${list(expected)['zh-CN']}。${got.length === 0 ? '总结却是空的。' : `总结里的回答却依次属于 ${list(got)['zh-CN']}。`}${order ? '总结按工作的顺序排列，而不是按完成的先后。' : '等全部完成之后，每项工作在总结里都有一个回答，按工作的顺序排列。'}`,
    };
  },

  missingAmongAlike: (name: string, place: number, summary: unknown): Text => ({
    en: `Several of the jobs have the same name. The answer of ${name} at place ${place} is missing in the summary, which was ${show(summary)}.`,
    'zh-CN': `有几项工作同名。排在第 ${place} 的 ${name} 的回答不在总结里。总结是 ${show(summary)}。`,
  }),

  strangeInSummary: (place: number, got: unknown): Text =>
    got === undefined
      ? {
          en: `At place ${place} of the summary stands undefined: when assist gave it, the answer of that job was not in it. Wait for all of them first.`,
          'zh-CN': `总结的第 ${place} 位是 undefined：assist 给出总结时，那项工作的回答还不在里面。请先等全部完成。`,
        }
      : {
          en: `At place ${place} of the summary stands ${show(got)}, which is the answer of no job. An answer is { name, status: 'fulfilled', value } or { name, status: 'rejected', reason }, as it was announced.`,
          'zh-CN': `总结的第 ${place} 位是 ${show(got)}，它不是任何一项工作的回答。回答应该是 { name, status: 'fulfilled', value } 或者 { name, status: 'rejected', reason }，和播报的一样。`,
        },

  noSummary: (got: unknown): Text => ({
    en: `assist has to give a list of all answers, yours gave ${show(got)}.`,
    'zh-CN': `assist 应该给出所有回答的列表，你的给出了 ${show(got)}。`,
  }),

  timersLeft: (count: number): Text => ({
    en: `assist was done, but it left ${count === 1 ? 'a timer' : `${count} timers`} running. Stop what you have started, or do without.`,
    'zh-CN': `assist 已经结束，却还留下 ${count} 个计时器在走。请停掉你启动的计时器，或者干脆不用。`,
  }),

  stillRunning: (name: string, at: number, end: number): Text => ({
    en: `assist was done after ${at} ms, but the job ${name} ran on until ${end} ms.`,
    'zh-CN': `assist 在 ${at} 毫秒时就结束了，工作 ${name} 却一直运行到 ${end} 毫秒。`,
  }),
} as const;
