import type { Text } from './text.ts';

/** What `--help` prints of the commands that only instructors have: their lines among all commands, and for each of them. */
export const instructorHelp = {
  lines: {
    en: `  check-course [ID…]    for authors: prove that the course keeps its promises
`,
    'zh-CN': `  check-course [ID…]    给作者：证明课程说到做到
`,
  },
  'check-course': {
    en: `teatime check-course [ID…] [options]

  Proves, for these exercises or for all of them: the stub earns nothing; the solution and every other right answer
  earn everything; every wrong answer fails on exactly the checks that its first line names, and each check is failed
  by one at least; the verdicts stay the same in every run; both languages are complete; files and manifest agree.

  --keep-stubs        first take the stubs as they are for what \`pnpm reset\` restores
  --runs N            each check meets the right answers N times in all, and those that are to fail it as often;
                      688 find with 99.9 % what goes wrong in 1 % of the runs
  --lang en|zh-CN     the language; your system's when not given

  Ends with 0 when every promise is kept, 1 when one is broken, 2 when the command is wrong, course.json is wrong or an
  exercise.json cannot be read, 3 when the grader could not do its work.
`,
    'zh-CN': `teatime check-course [ID…] [选项]

  对这些练习（不写 ID 就是全部）证明：空模板得 0 分；参考答案和其他正确答案得满分；每个错误答案恰好在第一行写明的
  检查上失败，而且每项检查至少有一个错误答案会失败；反复运行结论不变；两种语言都完整；文件和清单一致。

  --keep-stubs        先把现在的模板存为 \`pnpm reset\` 要恢复的内容
  --runs N            每项检查对全部正确答案共运行 N 次，对应当在它上面失败的答案也共运行 N 次；
                      有 1% 的运行会出错时，运行 688 次有 99.9% 的把握发现
  --lang en|zh-CN     语言；不写就用系统的语言

  退出码：0 全部做到了，1 有没做到的，2 命令或 course.json 有错、或者无法读取某个 exercise.json，
  3 评分程序自己出了问题。
`,
  },
} as const satisfies Record<string, Text>;
