import type { Text } from './text.ts';

/** What `check-course` says of its matrix, of its files, and while it watches. */
export const matrixTexts = {
  marks: {
    en: '✓ passes, ✗ fails, both as promised; ! a broken promise; ∞ never came back; · not tried',
    'zh-CN': '✓ 通过、✗ 不通过，都符合承诺；! 没有做到；∞ 一直没有返回；· 没有运行',
  },
} as const satisfies Record<string, Text>;

/** What goes wrong with the options of `check-course`. */
export const checkCourseUsage = {
  oneToWatch: {
    en: 'Which exercise do you work on? Name one: `pnpm check-course tea --watch`.',
    'zh-CN': '你在写哪个练习？请写出一个：`pnpm check-course tea --watch`。',
  },
  alone: (option: string, others: readonly string[]): Text => ({
    en: `${option} goes without ${others.join(', ')}: it goes on until you have enough, or shows one thing. Leave one of them out.`,
    'zh-CN': `${option} 不能与 ${others.join('、')} 一起使用：它会一直运行，或者只显示一样东西。请去掉其中一个。`,
  }),
  oneToPrint: (answer: string): Text => ({
    en: `Of which exercise is '${answer}'? Name one: \`pnpm check-course tea --print ${answer}\`.`,
    'zh-CN': `'${answer}' 属于哪个练习？请写出一个：\`pnpm check-course tea --print ${answer}\`。`,
  }),
  noAnswer: (given: string, id: string, meant: string | undefined, names: readonly string[]): Text => ({
    en: `${id} has no answer '${given}'.${meant === undefined ? '' : ` Did you mean '${meant}'?`} There are ${names.join(', ')}.`,
    'zh-CN': `${id} 没有 '${given}' 这个答案。${meant === undefined ? '' : `你是不是想写 '${meant}'？`}现有的是：${names.join('、')}。`,
  }),
  brokenEdit: (reason: Text): Text => ({ en: `${reason.en}.`, 'zh-CN': `${reason['zh-CN']}。` }),
  nameToWrite: {
    en: '--write-fails changes files: name the exercises whose wrong answers it may write to.',
    'zh-CN': '--write-fails 会改动文件：请写出可以改哪些练习的错误答案。',
  },
} as const;

/** What `--write-fails` did. */
export const writeFailsTexts = {
  wrote: (path: string, from: readonly string[] | undefined, to: readonly string[]): Text => ({
    en: `${path}: \`// fails: ${to.join(', ')}\`${from === undefined ? ', where nothing was named' : `, which was \`${from.join(', ')}\``}`,
    'zh-CN': `${path}：\`// fails: ${to.join(', ')}\`${from === undefined ? '，原来什么都没写' : `，原来是 \`${from.join(', ')}\``}`,
  }),
  passes: (path: string): Text => ({
    en: `${path} fails on nothing, so there is nothing to write: make it wrong, add the check that it is to fail, or move it to also/`,
    'zh-CN': `${path} 在任何检查上都没有失败，所以没有什么可写：请让它真的错，或者加上它应当失败的检查，或者移到 also/`,
  }),
  unclear: (path: string): Text => ({
    en: `${path} was left as it is: what it fails on is not certain, see above`,
    'zh-CN': `${path} 没有改动：它在哪些检查上失败还不确定，原因见上文`,
  }),
  nothing: {
    en: 'Every first line already says what was found. Nothing was written.',
    'zh-CN': '每个第一行都与运行结果一致，什么都没有写入。',
  },
  read: {
    en: 'Read them before you keep them: a check that fails by accident is a fault of the suite, and now stands there as if it were meant.',
    'zh-CN': '保留之前请先读一遍：如果某项检查只是碰巧失败，那是检查套件的毛病，现在却写得像有意为之。',
  },
} as const;

/** What a watching author is told. */
export const proofWatchTexts = {
  proving: (id: string, done: number, of: number): Text => ({
    en: `Proving ${id}… ${done} of ${of} answers`,
    'zh-CN': `正在证明 ${id}… ${done} / ${of} 个答案`,
  }),
  once: (id: string): Text => ({
    en: `Each answer met the checks once. \`a\`, or \`pnpm check-course ${id}\`, has them meet as often as it takes to call a verdict steady.`,
    'zh-CN': `每个答案只运行了一次。按 \`a\` 或运行 \`pnpm check-course ${id}\`，会重复到足以说明结论稳定为止。`,
  }),
  /** @param count of the checks that a save of the suite has not changed */
  kept: (count: number, all: number): Text => ({
    en: `Kept from before: ${count} of ${all} checks, which this save did not change. Only the solution met them again. \`r\` runs all.`,
    'zh-CN': `沿用之前的结果：${all} 项检查中有 ${count} 项没有被这次保存改动，只有参考答案重新运行了它们。按 \`r\` 全部重新运行。`,
  }),
  often: { en: 'Each answer met the checks as often as it takes to call a verdict steady.', 'zh-CN': '每个答案都重复运行过，足以说明结论是否稳定。' },
  watching: (id: string, time: string): Text => ({
    en: `${time}. Waiting for you to save a file of ${id}: suite, texts, exercise.json, stub, story, solution or any answer.`,
    'zh-CN': `${time}。等你保存 ${id} 的任何文件：检查套件、文字、exercise.json、空模板、故事、参考答案或别的答案。`,
  }),
  keys: {
    en: 'r again · a as often as needed · n next exercise · p previous · q quit',
    'zh-CN': 'r 重新证明 · a 充分重复 · n 下一个练习 · p 上一个 · q 退出',
  },
  trouble: (reason: Text): Text => ({
    en: `${reason.en} Save again, or press r.`,
    'zh-CN': `${reason['zh-CN']}请再保存一次，或按 r。`,
  }),
} as const;
