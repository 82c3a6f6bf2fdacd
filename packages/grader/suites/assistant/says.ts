import { show } from '@teatime/grader/kit';
import type { Text } from '../../src/messages/text.ts';

const list = (names: readonly string[]): Text =>
  names.length === 0 ? { en: 'nothing', 'zh-CN': '（没有）' } : { en: names.join(', '), 'zh-CN': names.join('、') };

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

  startedLate: (name: string, at: number): Text => ({
    en: `The job ${name} was started only after ${at} ms. Start all of them before you wait for any.`,
    'zh-CN': `工作 ${name} 等到 ${at} 毫秒才启动。请先把它们全部启动，再去等待。`,
  }),

  tookLong: (longest: number, took: number): Text => ({
    en: `The longest job takes ${longest} ms, so assist takes ${longest} ms. Yours took ${took} ms.`,
    'zh-CN': `最长的工作要 ${longest} 毫秒，所以 assist 应该用 ${longest} 毫秒。你的用了 ${took} 毫秒。`,
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

  otherSummary: (expected: readonly string[], got: readonly string[]): Text => ({
    en: `The jobs were ${list(expected).en}. In the summary stand the answers of ${list(got).en}.`,
    'zh-CN': `工作依次是 ${list(expected)['zh-CN']}，总结里的回答却依次属于 ${list(got)['zh-CN']}。`,
  }),

  missingAmongAlike: (name: string, place: number, summary: unknown): Text => ({
    en: `Two of the jobs are called A. The answer of the one called ${name} at place ${place} is missing in the summary, which was ${show(summary)}.`,
    'zh-CN': `有两项工作都叫 A。排在第 ${place} 的 ${name} 的回答不在总结里。总结是 ${show(summary)}。`,
  }),

  strangeInSummary: (got: unknown): Text => ({
    en: `In the summary stands ${show(got)}, which is the answer of no job. An answer is { name, status: 'fulfilled', value } or { name, status: 'rejected', reason }.`,
    'zh-CN': `总结里有 ${show(got)}，它不是任何一项工作的回答。回答应该是 { name, status: 'fulfilled', value } 或者 { name, status: 'rejected', reason }。`,
  }),

  noSummary: (got: unknown): Text => ({
    en: `assist has to give a list of all answers, yours gave ${show(got)}.`,
    'zh-CN': `assist 应该给出所有回答的列表，你的给出了 ${show(got)}。`,
  }),

  stillRunning: (name: string, at: number, end: number): Text => ({
    en: `assist was done after ${at} ms, but the job ${name} ran on until ${end} ms.`,
    'zh-CN': `assist 在 ${at} 毫秒时就结束了，工作 ${name} 却一直运行到 ${end} 毫秒。`,
  }),
} as const;
