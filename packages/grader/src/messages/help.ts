import type { Text } from './text.ts';

/** What `--help` prints for the whole of `teatime`. @param more the lines of the commands that only instructors have */
export function helpOfAll(more: Text): Text {
  return {
    en: `teatime <command>

  grade [ID…]           check your answers: all of them, or those you name
  list                  every exercise: what has passed, and what is next
  hint [ID]             a hint, a step further each time
  play ID               run the lesson's own program with your code
  reset ID…             begin exercises anew; what you wrote is kept
  solution ID           the solution, once you have passed
  update SOURCE         a newer edition of the course; your answers stay
${more.en}
  teatime <command> --help tells more. In the course's folder, \`pnpm grade\` is \`teatime grade\`.
`,
    'zh-CN': `teatime <命令>

  grade [ID…]           检查答案：全部，或者你写出的那些
  list                  所有练习：哪些已通过，下一个是什么
  hint [ID]             看提示，一次一步
  play ID               用你的代码运行课文里的程序
  reset ID…             重新开始练习；你写的代码会保留一份
  solution ID           通过之后看参考答案
  update SOURCE         换成更新的课程；你的答案不变
${more['zh-CN']}
  teatime <命令> --help 有更详细的说明。在课程的文件夹里，\`pnpm grade\` 就是 \`teatime grade\`。
`,
  };
}

/** What `--help` prints for each command. */
export const help = {
  grade: {
    en: `teatime grade [ID…] [options]

  Checks your answers to the exercises with these ids, or to all of them. The folder or the file of an exercise names it as well.

  --watch             check again after every save, beginning with the first exercise that has not passed
  --ui                the same on a page in your browser
  --all               tell of every problem, and not only of the first
  --part N            the exercises of this part of the course; pnpm run list shows the parts
  --from DIR          take the answers from this folder: DIR/gather/gather.ts, DIR/04-gather/gather.ts
                      or, for a single one, DIR/gather.ts
  --json FILE         write the result as JSON; - for the terminal, and then nothing else goes there
  --report html=FILE  write a report: html is a page to read, print or hand in, json the same as --json; for other programs
                      junit, markdown, csv, gradescope, classroom50, github-classroom, prairielearn, check50, exercism;
                      give it again for another one
  --report github     annotations in the log of GitHub Actions, and a summary of the run
  --lang en|zh-CN     the language; your system's when not given
  --seed N            repeat a grade: the same inputs as in the grade whose result has this seed
  --require-sandbox   refuse to grade without a sandbox of the operating system; so by default where CI is set

  Ends with 0 when everything passed, 1 when something did not, 2 when the command or the course is wrong,
  3 when the grader could not do its work.
`,
    'zh-CN': `teatime grade [ID…] [选项]

  检查这些练习的答案；不写 ID 就检查全部。也可以写练习的文件夹或文件。

  --watch             每次保存都重新检查，从第一个还没通过的练习开始
  --ui                同上，显示在浏览器的网页里
  --all               说明所有的问题，不只是第一个
  --part N            只检查课程这一部分的练习；pnpm run list 会列出各部分
  --from DIR          从这个文件夹取答案：DIR/gather/gather.ts、DIR/04-gather/gather.ts，
                      只有一个练习时也可以是 DIR/gather.ts
  --json FILE         把结果写成 JSON；写 - 则输出到终端，此时不输出别的内容
  --report html=FILE  写一份报告：html 是可以阅读、打印、上交的网页，json 与 --json 相同；供其他程序读取的有
                      junit、markdown、csv、gradescope、classroom50、github-classroom、prairielearn、check50、exercism；
                      可以写多次
  --report github     GitHub Actions 日志里的标注，以及运行摘要
  --lang en|zh-CN     语言；不写就用系统的语言
  --seed N            重现一次评分：输入与结果里写着这个种子的那次相同
  --require-sandbox   没有操作系统的沙箱就不评分；设置了 CI 变量时默认如此

  退出码：0 全部通过，1 有没通过的，2 命令或课程有错，3 评分程序自己出了问题。
`,
  },
  list: {
    en: `teatime list [options]

  Shows every exercise with what the last \`grade\` gave, when you last changed your files, and which one is next.
  Grades nothing: what you changed since is marked so. In the course's folder it is \`pnpm run list\`; \`pnpm list\`
  is pnpm's own, and lists packages.

  --json              write the same as JSON, for programs
  --lang en|zh-CN     the language; your system's when not given
`,
    'zh-CN': `teatime list [选项]

  列出所有练习：上次检查的结果、文件最后改动的时间，以及下一个练习。不会重新检查；检查之后改动过的会标出来。
  在课程的文件夹里要写 \`pnpm run list\`；\`pnpm list\` 是 pnpm 自己的命令，列出的是软件包。

  --json              写成 JSON，供程序使用
  --lang en|zh-CN     语言；不写就用系统的语言
`,
  },
  hint: {
    en: `teatime hint [ID] [options]

  Shows a hint for the exercise, a step further each time; without an id, for the next exercise to pass.

  --again             all the hints that you have seen, from the first on
  --lang en|zh-CN     the language; your system's when not given
`,
    'zh-CN': `teatime hint [ID] [选项]

  给出这个练习的提示，一次一步；不写 ID，就是下一个要通过的练习。

  --again             从头再看已经看过的提示
  --lang en|zh-CN     语言；不写就用系统的语言
`,
  },
  reset: {
    en: `teatime reset ID… [options]

  Puts the files of these exercises back as they were in the beginning. What you had written is kept in a folder below
  .teatime/backups, and is on the disk before anything is changed.

  --all               all of the exercises
  --undo              bring the newest of these copies back
  --lang en|zh-CN     the language; your system's when not given
`,
    'zh-CN': `teatime reset ID… [选项]

  把这些练习的文件恢复成最初的样子。你写的代码会先存到 .teatime/backups 下面的文件夹里，然后才会改动文件。

  --all               全部练习
  --undo              把最新的一份备份找回来
  --lang en|zh-CN     语言；不写就用系统的语言
`,
  },
  solution: {
    en: `teatime solution ID [options]

  Shows the solution of an exercise that you have passed. Your own file stays as it is.

  --give-up           show it all the same
  --lang en|zh-CN     the language; your system's when not given
`,
    'zh-CN': `teatime solution ID [选项]

  显示参考答案，前提是你已经通过了这个练习。你自己的文件不会变。

  --give-up           还没通过也要看
  --lang en|zh-CN     语言；不写就用系统的语言
`,
  },
  play: {
    en: `teatime play ID [options]

  Runs the lesson's own program with your code in it, in real time. The story at the end of a course has an
  ID, too: it is told with your answers to several exercises.

  --fast              at once, on a clock that jumps
  --solution          with the solution in the place of your code
  --page              at once, and as a page in your browser: go through the run step by step, forward and back
  --timeline          draw, at the end, what ran when
  --trace FILE        write the run as a trace, to be looked at on https://ui.perfetto.dev
  --lang en|zh-CN     the language; your system's when not given
`,
    'zh-CN': `teatime play ID [选项]

  用你的代码运行课文里的程序，按真实的时间。课程结尾的故事也有 ID：它用你对好几个练习的答案来演。

  --fast              立刻跑完：时钟会直接跳到下一刻
  --solution          不用你的代码，用参考答案
  --page              立刻跑完，然后在浏览器里打开一个页面：一步一步看这次运行，可以前进，也可以后退
  --timeline          结束时画出什么时候运行了什么
  --trace FILE        把运行过程写成文件，可以在 https://ui.perfetto.dev 查看
  --lang en|zh-CN     语言；不写就用系统的语言
`,
  },
  update: {
    en: `teatime update SOURCE [options]

  Brings a newer edition of the course, from a folder, an archive (.tgz, .tar.gz, .zip) or a git address. What is the
  course's is replaced; what is yours stays: answers, progress, backups, files of your own. It happens in one step or not at
  all. In the course's folder it is \`pnpm run update\`; \`pnpm update\` is pnpm's own.

  --undo              go back to the edition before; your answers stay as they are
  --lang en|zh-CN     the language; your system's when not given
`,
    'zh-CN': `teatime update SOURCE [选项]

  换成更新的课程，来源可以是文件夹、压缩包（.tgz、.tar.gz、.zip）或 git 地址。课程的文件会被替换；你的东西都不变：
  答案、进度、备份、你自己的文件。要么一步完成，要么什么都不变。在课程的文件夹里要写 \`pnpm run update\`；
  \`pnpm update\` 是 pnpm 自己的命令。

  --undo              回到更新之前的那一版；你的答案不变
  --lang en|zh-CN     语言；不写就用系统的语言
`,
  },
} as const satisfies Record<string, Text>;
