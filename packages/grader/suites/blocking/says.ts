import { show, type Pulse } from '@teatime/grader/kit';
import type { Text } from '../../src/messages/text.ts';

/** What the checks of `blocking` tell a student. */
export const says = {
  neverEnds: (name: string): Text => ({
    en: `${name} never finished. Is there a promise that nobody resolves or rejects? Look at the callback.`,
    'zh-CN': `${name} 一直没有完成。是不是有一个 promise 没有人去 resolve 或 reject？请看看回调函数。`,
  }),

  takesFarTooLong: (name: string, waited: number): Text => ({
    en: `${name} was not done after ${waited} ms, and still waits for a timer. Times are milliseconds here, everywhere.`,
    'zh-CN': `过了 ${waited} 毫秒，${name} 还没有完成，仍在等计时器。这里的时间一律以毫秒为单位。`,
  }),

  missedBeats: (name: string, { due, missed, longestSilence }: Pulse, blockedMs: number): Text => ({
    en: `While ${name} ran, the heart should have beaten ${due} times, and ${missed} of these beats did not come on time: for up to ${longestSilence} ms nothing else could run. Something in it blocks (${blockedMs} ms in all).`,
    'zh-CN': `${name} 运行期间，心脏应该跳 ${due} 次，其中 ${missed} 次没有准时跳：最长有 ${longestSilence} 毫秒，别的什么都不能运行。它里面有东西在阻塞（一共 ${blockedMs} 毫秒）。`,
  }),

  blocked: (name: string, blockedMs: number): Text => ({
    en: `While ${name} ran, the event loop was blocked for ${blockedMs} ms, in slices too short for the heart to miss a beat. A blocked millisecond is lost for everybody: wait without blocking.`,
    'zh-CN': `${name} 运行期间，事件循环被阻塞了 ${blockedMs} 毫秒，只是每一段都很短，心跳才没有漏掉。阻塞的每一毫秒对所有人都是损失：请用不阻塞的方式等待。`,
  }),

  worksOnTheThread: (name: string, worked: number): Text => ({
    en: `${name} computed on the one thread itself, ${worked} ms of real work, and while it computes nothing else can run. Let Node do the work beside the thread: await pbkdf2 of node:crypto, in its form without Sync.`,
    'zh-CN': `${name} 自己在唯一的线程上计算，实实在在地算了 ${worked} 毫秒，计算的时候别的什么都不能运行。请让 Node 在线程之外完成：await node:crypto 里不带 Sync 的 pbkdf2。`,
  }),

  pauseTook: (ms: number, took: number): Text => ({
    en: `pause(${ms}) has to take ${ms} ms. Yours took ${took} ms.`,
    'zh-CN': `pause(${ms}) 应该用 ${ms} 毫秒，你的用了 ${took} 毫秒。`,
  }),

  pauseInCompany: (ms: number, took: number, times: readonly number[]): Text => ({
    en: `The pauses ${times.join(', ')} began at the same time. The one of ${ms} ms ended after ${took} ms.`,
    'zh-CN': `${times.join('、')} 毫秒的几个 pause 同时开始，其中 ${ms} 毫秒的那个却到 ${took} 毫秒才结束。`,
  }),

  notTogether: (name: string, count: number, each: number, took: number): Text => ({
    en: `${count} calls of ${name} began at the same time, and each needs ${each} ms. One of them ended only after ${took} ms: they wait for each other.`,
    'zh-CN': `${count} 个 ${name} 同时开始，每个需要 ${each} 毫秒，其中一个却到 ${took} 毫秒才结束：它们在互相等待。`,
  }),

  waitsForOthers: (name: string, ms: number, took: number): Text => ({
    en: `${name} needs ${ms} ms. Beside the other two it ended only after ${took} ms: it waits for them.`,
    'zh-CN': `${name} 需要 ${ms} 毫秒，和另外两个一起运行时却到 ${took} 毫秒才结束：它在等它们。`,
  }),

  wrongText: (path: string, got: unknown): Text => ({
    en: `readText('${path}') has to give the text of that file. Yours gave ${show(got)}.`,
    'zh-CN': `readText('${path}') 应该给出这个文件的文本，你的给出了 ${show(got)}。`,
  }),

  missingFileIgnored: (path: string, got: unknown): Text => ({
    en: `There is no file '${path}', but readText('${path}') did not fail: it gave ${show(got)}. Let the error out, as before.`,
    'zh-CN': `文件 '${path}' 不存在，readText('${path}') 却没有失败，而是给出了 ${show(got)}。请像以前一样让错误传出去。`,
  }),

  otherError: (path: string, got: unknown): Text => ({
    en: `There is no file '${path}', and readText('${path}') failed with ${show(got)}. It has to be the error of Node, with its code ENOENT, as before: let it out as it is.`,
    'zh-CN': `文件 '${path}' 不存在，readText('${path}') 却以 ${show(got)} 失败。应该像以前一样，是 Node 自己的错误，code 为 ENOENT：请让它原样传出去。`,
  }),

  wrongHash: (got: unknown): Text => ({
    en: `hashPassword has to give the same 64 digits as before: pbkdf2 with 10_000 rounds, 32 bytes and 'sha256', as hexadecimal digits. Yours gave ${show(got)}.`,
    'zh-CN': `hashPassword 应该给出与原来相同的 64 个数字：pbkdf2，10_000 轮，32 字节，'sha256'，十六进制。你的给出了 ${show(got)}。`,
  }),
} as const;
