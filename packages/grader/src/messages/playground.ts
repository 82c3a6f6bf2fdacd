import type { Language } from './text.ts';

/** What a page says around the editor of an exercise. */
export interface PlaygroundWords {
  readonly yourAnswer: string;
  readonly loading: string;
  readonly cannotLoad: string;
  readonly tabs: Readonly<Record<'answer' | 'verdict' | 'run', string>>;
  readonly leaveEditor: string;
  readonly file: string;
  readonly checking: string;
  /** The checks have run; what is found by reading the answer is to come. */
  readonly reading: string;
  readonly nothingYet: string;
  readonly cannotGrade: string;
  /** In the place of a remedy's own words. */
  readonly mend: string;
  /** What the page itself does not check. */
  notHere(titles: readonly string[]): string;
  notWhole(titles: readonly string[]): string;
  readonly actions: Readonly<Record<'hint' | 'reset' | 'solution' | 'share' | 'download' | 'upload' | 'undo' | 'close', string>>;
  hint(number: number, of: number): string;
  readonly lastHint: string;
  readonly noHints: string;
  readonly solution: string;
  readonly noSolution: string;
  readonly wasReset: string;
  readonly copied: string;
  /** Where the browser lets nobody copy. */
  readonly linkIsInAddress: string;
  readonly notKept: string;
  readonly otherTab: string;
  readonly takeOther: string;
  readonly keepMine: string;
  readonly linked: string;
  readonly takeLinked: string;
  readonly backToMine: string;
  readonly linkBroken: string;
  readonly linkTooLarge: string;
  linkOfOther(exercise: string): string;
  taken(exercises: readonly string[]): string;
  readonly nothingTaken: string;
  /** What it is that runs. */
  readonly aboutRun: string;
  readonly runs: Readonly<Record<'atRealSpeed' | 'atOnce', string>>;
  /** Above the player, below what was printed. */
  readonly stepByStep: string;
  readonly running: string;
  readonly cannotRun: string;
  readonly endless: string;
  /** The lines of the program. */
  readonly printed: string;
  /** The verdict in a sentence. */
  passed(points: number, of: number, later: number): string;
  notPassed(points: number, of: number, first: string): string;
}

export const playgroundWords: Readonly<Record<Language, PlaygroundWords>> = {
  en: {
    yourAnswer: 'Your answer',
    loading: 'The editor is being loaded …',
    cannotLoad: 'The editor could not be loaded. Load the page again once there is a network.',
    tabs: { answer: 'Answer', verdict: 'Verdict', run: 'Run' },
    leaveEditor: 'Press Esc and then Tab to leave the editor.',
    file: 'File',
    checking: 'Being checked …',
    reading: 'The checks have run. The types and the rules are being looked at …',
    nothingYet: 'Your answer is checked while you write.',
    cannotGrade: 'The checks could not be loaded. Go on writing: they are tried again with your next change.',
    mend: 'Mend it',
    notHere: (titles) => `Not checked in this page: ${titles.join('; ')}. \`pnpm grade\` checks it, and so does whoever you hand in to.`,
    notWhole: (titles) => `This page sees only a part of what is checked under “${titles.join('”, “')}”. \`pnpm grade\` sees all of it, and so does whoever you hand in to.`,
    actions: {
      hint: 'Hint', reset: 'Start over', solution: 'Solution', share: 'Copy a link', download: 'Download my answers', upload: 'Open answers', undo: 'Undo', close: 'Close',
    },
    hint: (number, of) => `Hint ${number} of ${of}`,
    lastHint: 'That was the last one.',
    noHints: 'There are no hints for this exercise. Read the task once more: every sentence of it is needed.',
    solution: 'One way to do it',
    noSolution: 'The solution cannot be shown in this page.',
    wasReset: 'The exercise is as it was handed out.',
    copied: 'A link to your answer is in the clipboard. The answer is in the link itself: nothing was sent anywhere.',
    linkIsInAddress: 'Copy this link. The answer is in the link itself: nothing was sent anywhere.',
    notKept: 'This browser keeps nothing for this page. Download your answer before you leave.',
    otherTab: 'You have changed this answer in another tab, too.',
    takeOther: 'Take that one',
    keepMine: 'Keep this one',
    linked: 'This answer came with the link. Your own is kept; what you change here is not.',
    takeLinked: 'Make it mine',
    backToMine: 'Back to mine',
    linkBroken: 'The link carries no answer that can be read. Perhaps not all of it was copied.',
    linkTooLarge: 'The link carries more than an answer can have.',
    linkOfOther: (exercise) => `The link carries an answer to another exercise: ${exercise}.`,
    taken: (exercises) => `Your answers have been opened: ${exercises.join(', ')}.`,
    nothingTaken: 'There is no answer in it. Its files have to have the names of the exercises: `tea/tea.ts`, for example.',
    aboutRun: 'The program of the lesson, with your answer in it.',
    runs: { atRealSpeed: 'Run it', atOnce: 'Run it without waiting' },
    stepByStep: 'The same run, step by step:',
    running: 'The program is running …',
    cannotRun: 'The program cannot run with this answer: the verdict says why.',
    endless: 'The program does not end with this answer: a loop that does not end, or a wait that is repeated for ever?',
    printed: 'What the program prints',
    passed: (points, of, later) => `Passed: ${points} of ${of} points.${later > 0 ? ` The other ${later} ${later === 1 ? 'is' : 'are'} decided when you hand in.` : ''}`,
    notPassed: (points, of, first) => `${points} of ${of} points. ${first}`,
  },
  'zh-CN': {
    yourAnswer: '你的答案',
    loading: '正在加载编辑器…',
    cannotLoad: '编辑器加载失败。有网络之后请刷新页面。',
    tabs: { answer: '答案', verdict: '结果', run: '运行' },
    leaveEditor: '先按 Esc 再按 Tab，可以离开编辑器。',
    file: '文件',
    checking: '正在检查…',
    reading: '检查已经运行完，正在检查类型和规则…',
    nothingYet: '你一边写，这里一边检查。',
    cannotGrade: '检查加载失败。可以继续写：下次修改时会再试一次。',
    mend: '改好它',
    notHere: (titles) => `本页不检查：${titles.join('；')}。\`pnpm grade\` 会检查，提交之后也会检查。`,
    notWhole: (titles) => `${titles.map((title) => `“${title}”`).join('、')}在本页只能检查一部分。\`pnpm grade\` 会全部检查，提交之后也会。`,
    actions: {
      hint: '提示', reset: '重新开始', solution: '参考答案', share: '复制链接', download: '下载我的答案', upload: '打开答案', undo: '撤销', close: '关闭',
    },
    hint: (number, of) => `提示 ${number} / ${of}`,
    lastHint: '这是最后一条。',
    noHints: '这个练习没有提示。请再读一遍题目：里面每句话都有用。',
    solution: '一种写法',
    noSolution: '本页无法显示参考答案。',
    wasReset: '练习已恢复成最初的样子。',
    copied: '链接已复制到剪贴板。答案就在链接里，没有发送到任何地方。',
    linkIsInAddress: '请复制这个链接。答案就在链接里，没有发送到任何地方。',
    notKept: '这个浏览器不会为本页保存任何内容。离开之前请先下载你的答案。',
    otherTab: '你在另一个标签页里也改了这个答案。',
    takeOther: '用那一个',
    keepMine: '用这一个',
    linked: '这个答案来自链接。你自己的答案还在；在这里做的修改不会保存。',
    takeLinked: '作为我的答案',
    backToMine: '回到我的答案',
    linkBroken: '链接里没有可以读取的答案，也许没有复制完整。',
    linkTooLarge: '链接里的内容超过了一个答案的上限。',
    linkOfOther: (exercise) => `链接里是另一个练习的答案：${exercise}。`,
    taken: (exercises) => `已打开你的答案：${exercises.join('、')}。`,
    nothingTaken: '里面没有答案。文件要用练习的名字，例如 `tea/tea.ts`。',
    aboutRun: '课文里的程序，用上你的答案。',
    runs: { atRealSpeed: '运行', atOnce: '不等待，直接运行完' },
    stepByStep: '同一次运行，一步一步看：',
    running: '程序正在运行…',
    cannotRun: '用这个答案无法运行程序：原因见结果。',
    endless: '用这个答案，程序不会结束：是不是有一个不会结束的循环，或者一直重复的等待？',
    printed: '程序输出',
    passed: (points, of, later) => `已通过：${points} / ${of} 分。${later > 0 ? `其余 ${later} 分在提交之后评定。` : ''}`,
    notPassed: (points, of, first) => `${points} / ${of} 分。${first}`,
  },
};

/** A sentence in which the commands that a page has buttons for are those: `pnpm reset tea` is `Start over`. */
export function asButtons(text: string, language: Language): string {
  const { hint, reset, solution } = playgroundWords[language].actions;
  const buttons: Readonly<Record<string, string>> = { hint, reset, solution };
  return text.replace(/`pnpm (hint|reset|solution)(?: [a-z\d-]+)?`/g, (_whole, command: string) => `\`${buttons[command] ?? command}\``);
}
