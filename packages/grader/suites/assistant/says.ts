import { show } from '@teatime/grader/kit';
import type { Text } from '../../src/messages/text.ts';

/** Names in a row; of very many, the first few. */
const list = (names: readonly string[]): Text => {
  if (names.length === 0) return { en: 'nothing', 'zh-CN': '（没有）' };
  const shown = names.length > 12 ? [...names.slice(0, 10), '…'] : names;
  return { en: shown.join(', '), 'zh-CN': shown.join('、') };
};

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

  tookLong: (longest: number, took: number): Text => ({
    en: `The longest job takes ${longest} ms, so assist takes ${longest} ms. Yours took ${took} ms.`,
    'zh-CN': `最长的工作要 ${longest} 毫秒，所以 assist 应该用 ${longest} 毫秒。你的用了 ${took} 毫秒。`,
  }),

  nothingTakes: (took: number): Text => ({
    en: `Without jobs there is nothing to wait for, but assist took ${took} ms.`,
    'zh-CN': `没有工作就没有什么要等，assist 却用了 ${took} 毫秒。`,
  }),

  neverAnnounced: (name: string): Text => ({
    en: `The job ${name} was done, but its answer was never announced.`,
    'zh-CN': `工作 ${name} 完成了，它的回答却一直没有播报。`,
  }),

  announcedAt: (name: string, done: number, at: number): Text => ({
    en: `The job ${name} was done after ${done} ms, and announced after ${at} ms. Announce it the moment it is done.`,
    'zh-CN': `工作 ${name} 在 ${done} 毫秒时完成，在 ${at} 毫秒时才播报。请在完成的那一刻播报。`,
  }),

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

  otherAnswer: (name: string, result: unknown, got: unknown): Text => ({
    en: `The job ${name} gave ${show(result)}, but it was announced as ${show(got)}. Whatever a job gives is its value: { name, status: 'fulfilled', value }.`,
    'zh-CN': `工作 ${name} 给出了 ${show(result)}，播报的却是 ${show(got)}。工作给出什么，value 就是什么：{ name, status: 'fulfilled', value }。`,
  }),

  unknownAnswer: (got: unknown): Text => ({
    en: `announce was called with ${show(got)}. An answer is { name, status: 'fulfilled', value } or { name, status: 'rejected', reason }.`,
    'zh-CN': `announce 收到了 ${show(got)}。回答应该是 { name, status: 'fulfilled', value } 或者 { name, status: 'rejected', reason }。`,
  }),

  wrongName: (name: string, got: unknown): Text => ({
    en: `The answer of the job ${name} was announced under the name ${show(got)}.`,
    'zh-CN': `工作 ${name} 的回答，播报时用的名字却是 ${show(got)}。`,
  }),

  notFailed: (name: string, error: unknown, got: unknown): Text => ({
    en: `The job ${name} failed with ${show(error)}, but it was announced as ${show(got)}. It has to be { name, status: 'rejected', reason }, with that error as the reason.`,
    'zh-CN': `工作 ${name} 以 ${show(error)} 失败，播报的却是 ${show(got)}。应该是 { name, status: 'rejected', reason }，reason 就是那个错误。`,
  }),

  failedItself: (name: string): Text => ({
    en: `The job ${name} failed, and assist failed with its error. Announce the failure, and go on.`,
    'zh-CN': `工作 ${name} 失败了，assist 也跟着以它的错误失败。请播报这次失败，然后继续。`,
  }),

  sameStartTwice: (started: number, announced: number): Text => ({
    en: `Two jobs had the same name and the same start. Together they have to be started twice and announced twice; yours were started ${started} times and announced ${announced} times.`,
    'zh-CN': `有两项工作名字相同，start 也相同，一共应该启动两次、播报两次；你的启动了 ${started} 次，播报了 ${announced} 次。`,
  }),

  otherName: (got: unknown): Text => ({
    en: `An answer was announced under the name ${show(got)}, which no job has. Two jobs may have the same name: leave it as it is.`,
    'zh-CN': `有一个回答播报时用的名字是 ${show(got)}，没有哪项工作叫这个名字。两项工作可以同名：请保持原样。`,
  }),

  summaryLength: (jobs: number, length: number): Text => ({
    en: `There were ${jobs} jobs, but the summary has ${length} answers.`,
    'zh-CN': `一共 ${jobs} 项工作，总结里却有 ${length} 个回答。`,
  }),

  otherSummary: (expected: readonly string[], got: readonly string[]): Text => ({
    en: `The jobs were ${list(expected).en}. In the summary stand the answers of ${list(got).en}.`,
    'zh-CN': `工作依次是 ${list(expected)['zh-CN']}，总结里的回答却依次属于 ${list(got)['zh-CN']}。`,
  }),

  missingAmongAlike: (name: string, place: number, summary: unknown): Text => ({
    en: `Several of the jobs have the same name. The answer of ${name} at place ${place} is missing in the summary, which was ${show(summary)}.`,
    'zh-CN': `有几项工作同名。排在第 ${place} 的 ${name} 的回答不在总结里。总结是 ${show(summary)}。`,
  }),

  strangeInSummary: (got: unknown): Text => ({
    en: `In the summary stands ${show(got)}, which is the answer of no job. An answer is { name, status: 'fulfilled', value } or { name, status: 'rejected', reason }.`,
    'zh-CN': `总结里有 ${show(got)}，它不是任何一项工作的回答。回答应该是 { name, status: 'fulfilled', value } 或者 { name, status: 'rejected', reason }。`,
  }),

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
