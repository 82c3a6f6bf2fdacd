import type { Text } from './text.ts';

/** A check that only one of the manifest and the suite knows. */
interface UnmatchedCheck {
  readonly manifest: string;
  readonly suite: string;
  readonly check: string;
  /** The name that the other one has for it, perhaps. */
  readonly meant: string | undefined;
}

/** A check of which the manifest says that it is open or hidden, and the suites say otherwise. */
interface MisplacedCheck {
  readonly manifest: string;
  readonly check: string;
  readonly hidden: boolean;
  readonly open: string;
  readonly hiddenSuite: string;
}

const didYouMean = {
  en: (meant: string | undefined) => (meant === undefined ? '' : ` Did you mean \`${meant}\`?`),
  'zh-CN': (meant: string | undefined) => (meant === undefined ? '' : `你是不是想写 \`${meant}\`？`),
};

const atLine = {
  en: (line: number | undefined) => (line === undefined ? '' : ` (line ${line})`),
  'zh-CN': (line: number | undefined) => (line === undefined ? '' : `（第 ${line} 行）`),
};

/** The first few of a list, and how many more there are. */
function someOf(items: readonly string[], comma: string, more: (left: number) => string): string {
  const shown = items.slice(0, 3).join(comma);
  return items.length > 3 ? `${shown}${more(items.length - 3)}` : shown;
}

/** How an exercise breaks a promise. */
export const breaches = {
  missing: (path: string): Text => ({ en: `${path} is missing`, 'zh-CN': `缺少 ${path}` }),
  empty: (path: string): Text => ({ en: `${path} is empty`, 'zh-CN': `${path} 是空的` }),
  stray: (path: string): Text => ({
    en: `${path} belongs to nothing that exercise.json declares`,
    'zh-CN': `${path} 不属于 exercise.json 声明的任何内容`,
  }),
  stale: (path: string): Text => ({
    en: `${path}, which \`pnpm reset\` restores, differs from the file beside it. If that one is your answer, \`pnpm reset\` puts the stub back and keeps the answer; if you changed the stub, \`pnpm check-course --keep-stubs\` keeps the change`,
    'zh-CN': `\`pnpm reset\` 用来恢复的 ${path} 与旁边的文件不同。如果那是你的答案，\`pnpm reset\` 会恢复模板并保留答案；如果你修改了模板，\`pnpm check-course --keep-stubs\` 会保存修改`,
  }),
  missingStub: (path: string): Text => ({
    en: `${path}, which \`pnpm reset\` restores, is missing: \`pnpm check-course --keep-stubs\` writes it from the file beside it`,
    'zh-CN': `缺少 \`pnpm reset\` 用来恢复的 ${path}：\`pnpm check-course --keep-stubs\` 会用旁边的文件生成它`,
  }),
  notInSuite: ({ manifest, suite, check, meant }: UnmatchedCheck): Text => ({
    en: `${manifest} declares the check \`${check}\`, but ${suite} has no \`check('${check}', …)\`.${didYouMean.en(meant)}`,
    'zh-CN': `${manifest} 声明了检查 \`${check}\`，但 ${suite} 里没有 \`check('${check}', …)\`。${didYouMean['zh-CN'](meant)}`,
  }),
  notInManifest: ({ manifest, suite, check }: Omit<UnmatchedCheck, 'meant'>): Text => ({
    en: `${suite} has \`check('${check}', …)\`, but ${manifest} declares no check \`${check}\``,
    'zh-CN': `${suite} 里有 \`check('${check}', …)\`，但 ${manifest} 没有声明检查 \`${check}\``,
  }),
  misplaced: ({ manifest, check, hidden, open, hiddenSuite }: MisplacedCheck): Text => {
    const [wanted, other] = hidden ? [hiddenSuite, open] : [open, hiddenSuite];
    return hidden
      ? {
          en: `${manifest} declares the check \`${check}\` as hidden, but ${other} has it, which students are given. Move it to ${wanted}, or take "hidden" out`,
          'zh-CN': `${manifest} 声明检查 \`${check}\` 是隐藏的，但它写在发给学生的 ${other} 里。请把它移到 ${wanted}，或者去掉 "hidden"`,
        }
      : {
          en: `${manifest} declares the check \`${check}\` as open, but ${other} has it, which students are not given. Move it to ${wanted}, or write "hidden": true`,
          'zh-CN': `${manifest} 声明检查 \`${check}\` 是公开的，但它写在不发给学生的 ${other} 里。请把它移到 ${wanted}，或者写上 "hidden": true`,
        };
  },
  idleHiddenSuite: (suite: string, manifest: string): Text => ({
    en: `${suite} never runs, since ${manifest} declares no hidden check. Write "hidden": true on the checks that it has, or take the file away`,
    'zh-CN': `${manifest} 没有声明隐藏的检查，所以 ${suite} 从不运行。请给其中的检查写上 "hidden": true，或者删掉这个文件`,
  }),
  noModule: (place: string, name: string, meant: string | undefined): Text => ({
    en: `${place}: answers cannot import '${name}'. There are '@teatime/core' and Node's own modules, such as 'node:util'.${didYouMean.en(meant)}`,
    'zh-CN': `${place}：答案无法导入 '${name}'。可用的只有 '@teatime/core' 和 Node 自带的模块，例如 'node:util'。${didYouMean['zh-CN'](meant)}`,
  }),
  notExported: (manifest: string, path: string, name: string): Text => ({
    en: `${manifest} declares the export \`${name}\`, but ${path} does not export it`,
    'zh-CN': `${manifest} 声明了导出 \`${name}\`，但 ${path} 没有导出它`,
  }),
  noFunction: (manifest: string, path: string, name: string): Text => ({
    en: `${manifest} declares the export \`${name}\`, but what ${path} exports under this name is not a function`,
    'zh-CN': `${manifest} 声明了导出 \`${name}\`，但 ${path} 用这个名字导出的不是函数`,
  }),
  notTypeScript: (path: string, line: number | undefined, reason: string): Text => ({
    en: `${path} is not valid TypeScript${atLine.en(line)}: ${reason}`,
    'zh-CN': `${path} 不是合法的 TypeScript${atLine['zh-CN'](line)}：${reason}`,
  }),
  refused: (path: string, line: number | undefined, reason: string): Text => ({
    en: `${path} is refused${atLine.en(line)}: ${reason}`,
    'zh-CN': `${path} 未被接受${atLine['zh-CN'](line)}：${reason}`,
  }),
  unlisted: (path: string): Text => ({
    en: `${path} is not in the list of exercises in course.json`,
    'zh-CN': `course.json 的练习列表里没有 ${path}`,
  }),
  passes: (path: string, checks: readonly string[]): Text => ({
    en: `${path} passes ${checks.join(', ')}`,
    'zh-CN': `${path} 通过了 ${checks.join('、')}`,
  }),
  doesNotPass: (path: string, checks: readonly string[], message: string): Text => ({
    en: `${path} does not pass ${checks.join(', ')}: ${message}`,
    'zh-CN': `${path} 没有通过 ${checks.join('、')}：${message}`,
  }),
  declaresNothing: (path: string): Text => ({
    en: `${path}: its first line has to name the checks that it fails: // fails: a, b`,
    'zh-CN': `${path}：第一行要写明它在哪些检查上失败：// fails: a, b`,
  }),
  declaresUnknown: (path: string, checks: readonly string[]): Text => ({
    en: `${path} names checks that this exercise does not have: ${checks.join(', ')}`,
    'zh-CN': `${path} 写了这个练习没有的检查：${checks.join('、')}`,
  }),
  passesDeclared: (path: string, checks: readonly string[]): Text => ({
    en: `${path} passes ${checks.join(', ')}, which its first line names`,
    'zh-CN': `${path} 通过了第一行写明的 ${checks.join('、')}`,
  }),
  failsUndeclared: (path: string, checks: readonly string[], message: string): Text => ({
    en: `${path} fails ${checks.join(', ')}, which its first line does not name: ${message}`,
    'zh-CN': `${path} 在第一行没有写明的 ${checks.join('、')} 上失败：${message}`,
  }),
  neverFailed: (checks: readonly string[]): Text => ({
    en: `no wrong answer fails ${checks.join(', ')}`,
    'zh-CN': `没有错误答案在 ${checks.join('、')} 上失败`,
  }),
  unsteady: (path: string, checks: readonly string[], message: string): Text => ({
    en: `${path} on ${checks.join(', ')}: ${message}`,
    'zh-CN': `${path} 的 ${checks.join('、')}：${message}`,
  }),
  mistake: ({ check, what, place }: { readonly check: string; readonly what: Text; readonly place: string }, answers: readonly string[]): Text => ({
    en: `${place}: the check \`${check}\` went wrong itself: ${what.en}. It had met ${someOf(answers, ', ', (left) => ` and ${left} more`)}. `
      + 'No answer may make a check throw: look at what it gave before you use it, and say with assert or fail what was wrong with it',
    'zh-CN': `${place}：检查 \`${check}\` 本身出错：${what['zh-CN']}。当时面对的是 ${someOf(answers, '、', (left) => ` 等 ${left + 3} 个答案`)}。`
      + '任何答案都不应让检查抛出错误：使用答案给出的值之前先看看它是什么，并用 assert 或 fail 说明错在哪里',
  }),
  trouble: (path: string, message: string): Text => ({ en: `${path}: ${message}`, 'zh-CN': `${path}：${message}` }),
} as const;
