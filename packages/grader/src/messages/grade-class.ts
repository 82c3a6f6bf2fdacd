import type { Language, Text } from './text.ts';

/** What `grade-class` says besides its gradebook. */
export const classTexts = {
  crashed: {
    en: 'The grader came to an end over this hand-in, twice. Grade it by hand, or tell whoever made the course.',
    'zh-CN': '评分程序两次都因为这份提交而中断。请人工评分，或者告诉课程的作者。',
  },
  lost: {
    en: 'Its result was removed while the class was being graded. Type the command again.',
    'zh-CN': '评分过程中，它的结果文件被删除了。请再运行一次命令。',
  },
  needsFolder: {
    en: 'Which class? Name the folder in which the hand-ins lie: pnpm grade-class hand-ins',
    'zh-CN': '评哪个班？请写出存放提交的文件夹：pnpm grade-class hand-ins',
  },
  noJobs: (value: string): Text => ({
    en: `--jobs ${value} is no number of hand-ins to grade at once. Write 1 or more.`,
    'zh-CN': `--jobs ${value} 不是同时评分的份数。请写 1 或更大的整数。`,
  }),
  noGradebook: (value: string, known: readonly string[]): Text => ({
    en: `--gradebook ${value} is not known. There are ${known.join(' and ')}; without it, the gradebook is for a spreadsheet.`,
    'zh-CN': `没有 --gradebook ${value}。可以写 ${known.join(' 或 ')}；不写就是给电子表格用的成绩册。`,
  }),
  fewerJobs: (asked: number, places: number): Text => ({
    en: `${asked} at once would be more than this computer carries; ${places} are graded at once.`,
    'zh-CN': `同时评 ${asked} 份超出了这台电脑的能力，改为同时评 ${places} 份。`,
  }),
  outIsInClass: (out: string): Text => ({
    en: `${out} lies among the hand-ins. Name another folder with --out: what is written there would be taken for a hand-in the next time.`,
    'zh-CN': `${out} 在提交的文件夹里。请用 --out 指定别的文件夹，不然下次会把写出的结果当作提交。`,
  }),
  /** @param leftMs how long the rest will take, where that can be said */
  progress: (done: number, of: number, leftMs: number | undefined): Text => ({
    en: `${bar(done, of)} ${done} of ${of}${leftMs === undefined ? '' : `, ${timeLeft(leftMs).en} left`}`,
    'zh-CN': `${bar(done, of)} ${done} / ${of}${leftMs === undefined ? '' : `，还剩${timeLeft(leftMs)['zh-CN']}`}`,
  }),
  stopped: (done: number, of: number): Text => ({
    en: `Stopped after ${done} of ${of}. What was graded is kept: the same command goes on from here.`,
    'zh-CN': `已停止：完成 ${done} / ${of}。评过的都已保存，再运行同一条命令就从这里继续。`,
  }),
  done: ({ of, graded, before, missing, toLookAt }: ClassCounts): Text => ({
    en: `${of} hand-in${of === 1 ? '' : 's'}: ${graded} graded${before > 0 ? `, ${before} of them before` : ''}, ${missing.length} with nothing handed in${missing.length > 0 ? ` (${few(missing, ', ')})` : ''}`
      + `${toLookAt.length > 0 ? `. For a person to look at: ${toLookAt.length}` : ''}.${listed(toLookAt, 'en')}`,
    'zh-CN': `共 ${of} 份：已评分 ${graded} 份${before > 0 ? `（其中 ${before} 份此前已评）` : ''}，未提交 ${missing.length} 份${missing.length > 0 ? `（${few(missing, '、')}）` : ''}`
      + `${toLookAt.length > 0 ? `。需要人工查看：${toLookAt.length} 份` : ''}。${listed(toLookAt, 'zh-CN')}`,
  }),
  lookAt: (student: string, reason: Text): Text => ({ en: `${student}: ${reason.en}`, 'zh-CN': `${student}：${reason['zh-CN']}` }),
  /** What is found when hand-ins are read and not graded. */
  inside: (found: readonly Text[]): Text => ({
    en: `In the hand-ins:${listed(found, 'en')}`,
    'zh-CN': `提交的内容里：${listed(found, 'zh-CN')}`,
  }),
  written: (out: string, gradebook: string | undefined): Text => ({
    en: `Written to ${out}: class.html to read, gradebook.csv for your spreadsheet, ${gradebook === undefined ? '' : `gradebook-${gradebook}.csv to import, `}feedback/ to hand back, results/ for programs.`,
    'zh-CN': `已写入 ${out}：class.html 是总览，gradebook.csv 可用电子表格打开，${gradebook === undefined ? '' : `gradebook-${gradebook}.csv 用来导入，`}feedback/ 用来发还给学生，results/ 供程序使用。`,
  }),
} as const satisfies Record<string, Text | ((...given: never[]) => Text)>;

export interface ClassCounts {
  readonly of: number;
  readonly graded: number;
  /** Those of them that were graded by an earlier run. */
  readonly before: number;
  /** Who handed in nothing. */
  readonly missing: readonly string[];
  /** The students whose hand-ins could not be graded, and why. */
  readonly toLookAt: readonly Text[];
}

/** Each in a line of its own, below. */
function listed(texts: readonly Text[], language: Language): string {
  return texts.map((text) => `\n  ${text[language]}`).join('');
}

/** More are in the gradebook. */
function few(names: readonly string[], between: string): string {
  return names.length > mostNames ? `${names.slice(0, mostNames).join(between)}${between}…` : names.join(between);
}

const mostNames = 12;
const barWidth = 20;

function bar(done: number, of: number): string {
  const filled = of === 0 ? barWidth : Math.floor((done / of) * barWidth);
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`;
}

function timeLeft(ms: number): Text {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return { en: `about ${seconds} s`, 'zh-CN': `约 ${seconds} 秒` };
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return { en: `about ${minutes} min`, 'zh-CN': `约 ${minutes} 分钟` };
  const hours = Math.round(minutes / 30) / 2;
  return { en: `about ${hours} h`, 'zh-CN': `约 ${hours} 小时` };
}
