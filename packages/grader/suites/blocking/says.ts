import { show, type Pulse, type Text } from '@teatime/grader/kit';

type FileCode = 'ENOENT' | 'EISDIR';

interface Credentials {
  readonly password: string;
  readonly salt: string;
}

const whatIs = (path: string, code: FileCode): Text =>
  code === 'ENOENT'
    ? { en: `There is no file '${path}'`, 'zh-CN': `文件 '${path}' 不存在` }
    : { en: `'${path}' is a folder and no file`, 'zh-CN': `'${path}' 是文件夹，不是文件` };

/** What is likely to be behind a pause that took so long. */
function whyPause(ms: number, took: number): Text {
  if (took >= ms) return { en: 'Does it wait twice, or look only now and then whether the time is over?', 'zh-CN': '是不是等了两遍，或者只是隔一会儿才看一次时间到了没有？' };
  if (took > 1) return { en: 'Is there a limit in it, or another unit than milliseconds?', 'zh-CN': '里面是不是有上限，或者单位不是毫秒？' };
  return {
    en: 'It did not wait: put `await` in front of the sleep, or, in a `new Promise`, call `resolve` in the callback of the timer.',
    'zh-CN': '它根本没有等：请在 sleep 前面写上 `await`；如果用了 `new Promise`，请在计时器的回调里调用 `resolve`。',
  };
}

/** What the checks of `blocking` tell a student. */
export const says = {
  neverEnds: (name: string): Text => ({
    en: `${name} never finished, and nothing is left that it could wait for. If there is a \`new Promise\`, does every way through its callback come to \`resolve\` or \`reject\`, also the one with an error?`,
    'zh-CN': `${name} 一直没有完成，而且已经没有什么可等的了。如果用了 \`new Promise\`：回调函数里的每一条路，包括出错的那一条，是不是都会走到 \`resolve\` 或 \`reject\`？`,
  }),

  takesFarTooLong: (name: string): Text => ({
    en: `${name} was not done after an hour, and still waits for a timer. Times are milliseconds here, everywhere.`,
    'zh-CN': `过了一个小时，${name} 还没有完成，仍在等计时器。这里的时间一律以毫秒为单位。`,
  }),

  missedBeats: (name: string, { due, missed, longestSilence }: Pulse, blockedMs: number): Text => ({
    en: `While ${name} ran, the heart should have beaten ${due} times, and ${missed} of these beats did not come on time: for up to ${longestSilence} ms nothing else could run. Something in it blocks (${blockedMs} ms in all): a function that comes back only when its work is done, such as blockFor or one whose name ends in Sync. \`async\` in front, or a \`new Promise\` around it, changes nothing: take the sibling that gives a promise, and await it.`,
    'zh-CN': `${name} 运行期间，心脏应该跳 ${due} 次，其中 ${missed} 次没有准时跳：最长有 ${longestSilence} 毫秒，别的什么都不能运行。它里面有东西在阻塞（一共 ${blockedMs} 毫秒）：也就是做完才返回的函数，例如 blockFor，或者名字以 Sync 结尾的函数。前面写 \`async\`，或者外面套一层 \`new Promise\`，都没有用：请换成会给出 promise 的那个同伴，再 await 它。`,
  }),

  blocked: (name: string, blockedMs: number): Text => ({
    en: `While ${name} ran, the event loop was blocked for ${blockedMs} ms, never long enough for the heart to miss a beat. A blocked millisecond is lost for everybody: take the sibling that gives a promise, and await it.`,
    'zh-CN': `${name} 运行期间，事件循环被阻塞了 ${blockedMs} 毫秒，只是时间还不够长，心跳才没有漏掉。阻塞的每一毫秒对所有人都是损失：请换成会给出 promise 的那个同伴，再 await 它。`,
  }),

  stoodStill: (name: string, blockedMs: number): Text => ({
    en: `${name} blocks: the event loop stood still for ${blockedMs} ms, and nobody else could run. Take the sibling that does not block, and await it.`,
    'zh-CN': `${name} 会阻塞：事件循环停了 ${blockedMs} 毫秒，别的什么都不能运行。请换成不阻塞的那个函数，再 await 它。`,
  }),

  worksOnTheThread: (name: string, worked: number): Text => ({
    en: `${name} computed on the one thread itself, ${worked} ms of real work, and while it computes nothing else can run. Let Node do the work beside the thread: await pbkdf2 of node:crypto, in its form without Sync.`,
    'zh-CN': `${name} 自己在唯一的线程上计算，实实在在地算了 ${worked} 毫秒，计算的时候别的什么都不能运行。请让 Node 在线程之外完成：await node:crypto 里不带 Sync 的 pbkdf2。`,
  }),

  pauseTook: (ms: number, took: number): Text => {
    const cause = whyPause(ms, took);
    return {
      en: `pause(${ms}) has to take ${ms} ms. Yours took ${took} ms. ${cause.en}`,
      'zh-CN': `pause(${ms}) 应该用 ${ms} 毫秒，你的用了 ${took} 毫秒。${cause['zh-CN']}`,
    };
  },

  pauseInCompany: (ms: number, took: number, count: number): Text =>
    took <= 1
      ? says.pauseTook(ms, took)
      : {
          en: `${count} pauses began at the same time. One of ${ms} ms ended after ${took} ms. Do they share a timer, a variable outside of the function, or a queue?`,
          'zh-CN': `${count} 个 pause 同时开始，其中一个 ${ms} 毫秒的却在 ${took} 毫秒时结束。它们是不是共用了一个计时器、函数外面的变量，或者在排队？`,
        },

  pauseInCrowd: (ms: number, took: number, count: number): Text => ({
    en: `${count} pauses of ${ms} ms were under way, begun one after another. One of them took ${took} ms. Do only so many of yours run at a time?`,
    'zh-CN': `${count} 个 ${ms} 毫秒的 pause 先后开始，同时在进行，其中一个却用了 ${took} 毫秒。你的 pause 是不是同时只能进行几个？`,
  }),

  costsOnce: (name: string, each: number, took: number): Text => ({
    en: `${name} needs ${each} ms. Yours took ${took} ms: is the work done more than once, or waited for longer than it takes?`,
    'zh-CN': `${name} 需要 ${each} 毫秒，你的用了 ${took} 毫秒：是不是做了不止一遍，或者等得比需要的更久？`,
  }),

  notTogether: (name: string, count: number, each: number, took: number): Text => ({
    en: `${count} calls of ${name} began at the same time, and each needs ${each} ms. One of them ended only after ${took} ms: they wait for each other.`,
    'zh-CN': `${count} 个 ${name} 同时开始，每个需要 ${each} 毫秒，其中一个却到 ${took} 毫秒才结束：它们在互相等待。`,
  }),

  waitsForOthers: (name: string, ms: number, took: number): Text => ({
    en: `${name} needs ${ms} ms. Beside the other two it ended only after ${took} ms: it waits for them.`,
    'zh-CN': `${name} 需要 ${ms} 毫秒，和另外两个一起运行时却到 ${took} 毫秒才结束：它在等它们。`,
  }),

  wrongText: (path: string, got: unknown, text: string): Text => ({
    en: `readText('${path}') has to give ${show(text)}, the text of that file, decoded as UTF-8 and unchanged. Yours gave ${show(got)}.${insteadOfText(got).en}`,
    'zh-CN': `readText('${path}') 应该给出 ${show(text)}，也就是这个文件的文本：按 UTF-8 解码，不做改动。你的给出了 ${show(got)}。${insteadOfText(got)['zh-CN']}`,
  }),

  otherText: (path: string, got: unknown, text: string, other: string | undefined): Text =>
    other === undefined
      ? says.wrongText(path, got, text)
      : {
          en: `Many files were read at the same time, and readText('${path}') gave the text of '${other}'. Is the path or the text in a variable outside of the function, which the calls share?`,
          'zh-CN': `同时读很多文件时，readText('${path}') 给出了 '${other}' 的文本。路径或文本是不是放在函数外面的变量里，被几次调用共用了？`,
        },

  oldText: (path: string, got: unknown, text: string): Text => ({
    en: `The file '${path}' has changed since the last call: now it holds ${show(text)}. readText gave ${show(got)}. Read it anew each time.`,
    'zh-CN': `文件 '${path}' 在上次调用之后变了，现在的内容是 ${show(text)}，readText 却给出了 ${show(got)}。请每次都重新读。`,
  }),

  bigText: (bytes: number, got: unknown): Text => ({
    en: `The file 'big.txt' has ${bytes} bytes, and readText did not give all of its text as it is. ${typeof got === 'string' ? `Yours has ${got.length} characters${got.includes('\ufffd') ? ', and some of them were cut in two: decode all bytes at once' : ''}.` : `Yours gave ${show(got)}.`}`,
    'zh-CN': `文件 'big.txt' 有 ${bytes} 个字节，readText 没有原样给出全部文本。${typeof got === 'string' ? `你的有 ${got.length} 个字符${got.includes('\ufffd') ? '，其中有的被切成了两半：请把全部字节一起解码' : ''}。` : `你的给出了 ${show(got)}。`}`,
  }),

  missingFileIgnored: (path: string, got: unknown, code: FileCode): Text => ({
    en: `${whatIs(path, code).en}, but readText('${path}') did not fail: it gave ${show(got)}. Let the error out, as before.`,
    'zh-CN': `${whatIs(path, code)['zh-CN']}，readText('${path}') 却没有失败，而是给出了 ${show(got)}。请像以前一样让错误传出去。`,
  }),

  otherError: (path: string, got: unknown, code: FileCode): Text => ({
    en: `${whatIs(path, code).en}, and readText('${path}') failed with ${show(got)}. It has to be the error of Node, with its code ${code}, as before: let it out as it is.`,
    'zh-CN': `${whatIs(path, code)['zh-CN']}，readText('${path}') 却以 ${show(got)} 失败。应该像以前一样，是 Node 自己的错误，code 为 ${code}：请让它原样传出去。`,
  }),

  wrongHash: ({ password, salt }: Credentials, got: unknown): Text => ({
    en: `hashPassword('${password}', '${salt}') has to give the same 64 digits as before: pbkdf2 with 10_000 rounds, 32 bytes and 'sha256', as hexadecimal digits. Yours gave ${show(got)}.`,
    'zh-CN': `hashPassword('${password}', '${salt}') 应该给出与原来相同的 64 个数字：pbkdf2，10_000 轮，32 字节，'sha256'，十六进制。你的给出了 ${show(got)}。`,
  }),

  hashOfAnother: ({ password, salt }: Credentials, other: Credentials): Text => ({
    en: `hashPassword('${password}', '${salt}') gave the hash of the password '${other.password}' with the salt '${other.salt}'. Is something remembered, or kept in a variable outside of the function, that is not the same for both?`,
    'zh-CN': `hashPassword('${password}', '${salt}') 给出的是密码 '${other.password}' 配盐 '${other.salt}' 的哈希。是不是记住了什么，或者把什么放在函数外面的变量里，而两次调用并不相同？`,
  }),

  timersLeft: (name: string, count: number): Text => ({
    en: `${name} was done, but it left ${count === 1 ? 'a timer' : `${count} timers`} running. Stop what you have started: clearTimeout, clearInterval.`,
    'zh-CN': `${name} 已经完成，却还留下 ${count} 个计时器在走。请停掉你启动的东西：clearTimeout、clearInterval。`,
  }),
} as const;

/** How somebody may have come to what is no text. */
function insteadOfText(got: unknown): Text {
  if (got === '[object Promise]') {
    return {
      en: ' That is what a promise becomes where a string is asked for: `await` it first.',
      'zh-CN': '把 promise 当作字符串使用就会这样：请先 `await` 它。',
    };
  }
  if (got instanceof Uint8Array) {
    return {
      en: ' Those are the bytes: name the encoding, as in `readFile(path, \'utf8\')`.',
      'zh-CN': '那是字节：请写明编码，例如 `readFile(path, \'utf8\')`。',
    };
  }
  return { en: '', 'zh-CN': '' };
}
