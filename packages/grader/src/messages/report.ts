import { atHandInWords } from './at-hand-in.ts';
import type { Undecided } from './at-hand-in.ts';
import type { Language } from './text.ts';

/** The words of the report for the terminal. */
export interface ReportWords {
  /** @param left what is decided when the answers are handed in */
  points(points: number, maxPoints: number, left: Undecided | undefined): string;
  /** @param left as above: then not everything has passed */
  allPassed(left: Undecided | undefined): string;
  /** In its place, where all passed with enough of the points, and not with all. */
  readonly enough: string;
  /** Of an exercise that so many points pass, below its checks. @param isPassed whether there are that many, and nothing else is in the way */
  pointsToPass(points: number, isPassed: boolean): string;
  readonly enoughButNotPassed: string;
  part(number: number, title: string): string;
  /** A line among the checks, for those that are decided when the answer is handed in. */
  atHandIn(left: Undecided): string;
  /** Behind the title of a check that students are not given. */
  readonly hidden: string;
  /** In the place of the sum, where some exercises are in doubt. */
  noTotal(unjudged: readonly string[]): string;
  readonly why: string;
  readonly you: string;
  readonly expected: string;
  /** In the place of a bar. */
  readonly notStarted: string;
  readonly printed: string;
  /** @param others how many other checks it printed the same in */
  printedIn(check: string, others: number): string;
  moreLines(count: number): string;
  /** Where not all that was printed was kept. */
  moreLinesThan(count: number): string;
  /** Behind a line that was printed so often in a row. */
  times(count: number): string;
  readonly didNotRun: string;
  passedChecks(count: number): string;
  moreFailed(count: number): string;
  moreAlike(count: number): string;
  /** How to read of the problems that are not told in full. */
  others(id: string): string;
  readonly othersWithKeys: string;
  gradeCommand(id: string): string;
  /** @param command what shows the first of them in full, where it is known how the reader types it */
  otherExercises(ids: readonly string[], command: string | undefined): string;
  readonly notBegun: string;
  notBegunBrief(checks: number): string;
  readonly allPointsButNotPassed: string;
  /** The heading over the steps to take. */
  readonly next: string;
  read(task: string): string;
  write(file: string): string;
  run(id: string): string;
  readonly save: string;
  mend(place: string): string;
  stuck(id: string, task: string): string;
  /** Where there are no hints. */
  readAgain(task: string): string;
  stuckWithKeys(task: string): string;
  readonly selfCheck: string;
}

export const reportWords: Readonly<Record<Language, ReportWords>> = {
  en: {
    points: (points, maxPoints, left) => `${points} of ${maxPoints} points${left === undefined ? '' : atHandInWords.en.behindScore(left)}`,
    allPassed: (left) => (left === undefined ? 'Everything passed.' : 'Everything that is checked here passed.'),
    enough: 'Passed, with enough of the points.',
    pointsToPass: (points, isPassed) =>
      `${points === 1 ? '1 point passes' : `${points} points pass`} this exercise.${isPassed ? ' What still has a ✗ is worth mending all the same.' : ''}`,
    enoughButNotPassed: 'There are points enough; the exercise has passed once what gives no points has no ✗ either.',
    part: (number, title) => `Part ${number} · ${title}`,
    atHandIn: (left) => atHandInWords.en.line(left),
    hidden: ' (hidden)',
    noTotal: (unjudged) => `No points are counted: ${unjudged.join(', ')} could not be judged.`,
    why: 'Why: ',
    you: 'you',
    expected: 'expected',
    notStarted: '(never started)',
    printed: 'Your code printed:',
    printedIn: (check, others) => `Your code printed in "${check}"${['', ' and in one other check'][others] ?? ` and in ${others} other checks`}:`,
    moreLines: (count) => (count === 1 ? '… 1 more line' : `… ${count} more lines`),
    moreLinesThan: (count) => `… more than ${count} more lines`,
    times: (count) => ` (${count} times)`,
    didNotRun: 'No other check can run before that is mended.',
    passedChecks: (count) => `${count} checks passed`,
    moreFailed: (count) => `${count} more checks did not pass`,
    moreAlike: (count) => `${count} more checks, for the same reason`,
    others: (id) => `What went wrong in these: pnpm grade ${id} --report html=report.html`,
    othersWithKeys: 'What went wrong in these: press o',
    gradeCommand: (id) => `pnpm grade ${id}`,
    otherExercises: (ids, command) =>
      `Not passed either: ${ids.join(', ')}. To read of one in full, name it${command === undefined ? '.' : `:\n${command}`}`,
    notBegun: 'You have not begun this one yet. This is what will be checked:',
    notBegunBrief: (checks) => `You have not begun this one yet. ${checks} checks wait for it.`,
    allPointsButNotPassed: 'All the points are there; the exercise has passed once nothing above has a ✗.',
    next: 'What to do next:',
    read: (task) => `Read ${task}`,
    write: (file) => `Write your answer in ${file}`,
    run: (id) => `Run pnpm grade ${id}`,
    save: 'Save the file: it is checked at once',
    mend: (place) => `Mend ${place}`,
    stuck: (id, task) => `Stuck? pnpm hint ${id} helps, and the task is ${task}`,
    readAgain: (task) => `Stuck? Read the task again: ${task}`,
    stuckWithKeys: (task) => `Stuck? Press h for a hint; the task is ${task}`,
    selfCheck: 'A self-check: on this machine your code ran without a sandbox of the operating system.',
  },
  'zh-CN': {
    points: (points, maxPoints, left) => `${points} / ${maxPoints} 分${left === undefined ? '' : atHandInWords['zh-CN'].behindScore(left)}`,
    allPassed: (left) => (left === undefined ? '全部通过。' : '这里能检查的都通过了。'),
    enough: '已通过：分数达到要求。',
    pointsToPass: (points, isPassed) => `这个练习达到 ${points} 分即可通过。${isPassed ? '还有 ✗ 的地方，仍然值得改好。' : ''}`,
    enoughButNotPassed: '分数已经达到要求；不计分的检查也没有 ✗ 的时候，这个练习才算通过。',
    part: (number, title) => `第 ${number} 部分 · ${title}`,
    atHandIn: (left) => atHandInWords['zh-CN'].line(left),
    hidden: '（隐藏）',
    noTotal: (unjudged) => `不计分：${unjudged.join('、')} 未能评判。`,
    why: '为什么：',
    you: '你的代码',
    expected: '应该是',
    notStarted: '（从未开始）',
    printed: '你的代码输出了：',
    printedIn: (check, others) => `你的代码在“${check}”${others === 0 ? '' : `和另外 ${others} 项检查`}里输出了：`,
    moreLines: (count) => `… 还有 ${count} 行`,
    moreLinesThan: (count) => `… 还有超过 ${count} 行`,
    times: (count) => `（${count} 次）`,
    didNotRun: '改好之前，其他检查都无法运行。',
    passedChecks: (count) => `${count} 项检查通过`,
    moreFailed: (count) => `还有 ${count} 项检查没有通过`,
    moreAlike: (count) => `另外 ${count} 项检查，原因相同`,
    others: (id) => `这几项哪里不对：pnpm grade ${id} --report html=report.html`,
    othersWithKeys: '这几项哪里不对：按 o',
    gradeCommand: (id) => `pnpm grade ${id}`,
    otherExercises: (ids, command) =>
      `还有没通过的：${ids.join('、')}。想看其中一个的详细说明，请写出它的名字${command === undefined ? '。' : `：\n${command}`}`,
    notBegun: '这个练习你还没有开始。下面是将要检查的内容：',
    notBegunBrief: (checks) => `这个练习你还没有开始。一共有 ${checks} 项检查。`,
    allPointsButNotPassed: '分数已经拿满；上面没有 ✗ 的时候，这个练习才算通过。',
    next: '接下来：',
    read: (task) => `阅读 ${task}`,
    write: (file) => `在 ${file} 里写答案`,
    run: (id) => `运行 pnpm grade ${id}`,
    save: '保存文件，就会立刻检查',
    mend: (place) => `修改 ${place}`,
    readAgain: (task) => `没有思路？再读一遍题目：${task}`,
    stuckWithKeys: (task) => `没有思路？按 h 看提示，题目在 ${task}`,
    stuck: (id, task) => `没有思路？运行 pnpm hint ${id} 看提示，题目在 ${task}`,
    selfCheck: '这是自测：在这台机器上，代码运行时没有操作系统的沙箱保护。',
  },
};
