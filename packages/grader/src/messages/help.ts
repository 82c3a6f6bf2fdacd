import type { Text } from './text.ts';

/** What `--help` prints: for the whole of `teatime`, and for each of its commands. */
export const help = {
  teatime: {
    en: `teatime <command>

  grade [ID…]           check your answers: all of them, or those you name
  play ID               run the lesson's own program with your code
  check-course [ID…]    for authors: prove that the course keeps its promises

  teatime <command> --help tells more. In the course's folder, \`pnpm grade\` is \`teatime grade\`.
`,
    'zh-CN': `teatime <命令>

  grade [ID…]           检查答案：全部，或者你写出的那些
  play ID               用你的代码运行课文里的程序
  check-course [ID…]    给作者：证明课程说到做到

  teatime <命令> --help 有更详细的说明。在课程的文件夹里，\`pnpm grade\` 就是 \`teatime grade\`。
`,
  },
  grade: {
    en: `teatime grade [ID…] [options]

  Checks your answers to the exercises with these ids, or to all of them.

  --from DIR          take the answers from this folder: DIR/gather/gather.ts, DIR/04-gather/gather.ts
                      or, for a single one, DIR/gather.ts
  --json FILE         write the result as JSON; - for the terminal, and then nothing else goes there
  --lang en|zh-CN     the language; your system's when not given
  --require-sandbox   refuse to grade without a sandbox of the operating system; so by default where CI is set

  Ends with 0 when everything passed, 1 when something did not, 2 when the command or the course is wrong,
  3 when the grader could not do its work.
`,
    'zh-CN': `teatime grade [ID…] [选项]

  检查这些练习的答案；不写 ID 就检查全部。

  --from DIR          从这个文件夹取答案：DIR/gather/gather.ts、DIR/04-gather/gather.ts，
                      只有一个练习时也可以是 DIR/gather.ts
  --json FILE         把结果写成 JSON；写 - 则输出到终端，此时不输出别的内容
  --lang en|zh-CN     语言；不写就用系统的语言
  --require-sandbox   没有操作系统的沙箱就不评分；设置了 CI 变量时默认如此

  退出码：0 全部通过，1 有没通过的，2 命令或课程有错，3 评分程序自己出了问题。
`,
  },
  play: {
    en: `teatime play ID [options]

  Runs the lesson's own program with your code in it, in real time.

  --fast              at once, on a clock that jumps
  --solution          with the solution in the place of your code
  --lang en|zh-CN     the language; your system's when not given
`,
    'zh-CN': `teatime play ID [选项]

  用你的代码运行课文里的程序，按真实的时间。

  --fast              立刻跑完：时钟会直接跳到下一刻
  --solution          不用你的代码，用参考答案
  --lang en|zh-CN     语言；不写就用系统的语言
`,
  },
  'check-course': {
    en: `teatime check-course [ID…] [options]

  Proves, for these exercises or for all of them: the stub earns nothing; the solution and every other right answer
  earn everything; every wrong answer fails on exactly the checks that its first line names, and each check is failed
  by one at least; the verdicts stay the same in ten runs; both languages are complete; files and manifest agree.

  --lang en|zh-CN     the language; your system's when not given
`,
    'zh-CN': `teatime check-course [ID…] [选项]

  对这些练习（不写 ID 就是全部）证明：空模板得 0 分；参考答案和其他正确答案得满分；每个错误答案恰好在第一行写明的
  检查上失败，而且每项检查至少有一个错误答案会失败；运行十次结论不变；两种语言都完整；文件和清单一致。

  --lang en|zh-CN     语言；不写就用系统的语言
`,
  },
} as const satisfies Record<string, Text>;
