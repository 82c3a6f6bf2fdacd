import type { Text } from './text.ts';

/** What `--help` prints of the commands that only instructors have: their lines among all commands, and for each of them. */
export const instructorHelp = {
  lines: {
    en: `  new-exercise ID       for authors: every file of a new exercise, to be replaced piece by piece
  check-course [ID…]    for authors: prove that the course keeps its promises
  release DIR           for authors: write the edition that students get
  grade-class DIR       for teachers: grade all that a class handed in
  grade-worker          for teachers: grade what grade-class put into a queue, on as many machines as you like
  site                  the lesson, the exercises and all guides as a site
`,
    'zh-CN': `  new-exercise ID       给作者：生成新练习的全部文件，再一部分一部分地换掉
  check-course [ID…]    给作者：证明课程说到做到
  release DIR           给作者：制作发给学生的版本
  grade-class DIR       给教师：给全班的提交评分
  grade-worker          给教师：给 grade-class 放进队列的提交评分，机器不限数量
  site                  课文、练习和全部指南的网站
`,
  },
  'new-exercise': {
    en: `teatime new-exercise ID [options]

  Writes every file of an exercise, and enters it in course.json: task, stub, story, exercise.json, suite, solution, another
  right answer and three wrong ones. It is a small exercise that keeps its promises, and a draft, so that it breaks nothing
  for the others. Put your own in its place, piece by piece. Nothing is ever overwritten.

  --title T           the title; made of the id when not given
  --title-zh T        the Chinese title
  --part N            the part of the course that it belongs to; the last one when not given
  --after ID          the exercise that it comes after; the last one when not given
  --lang en|zh-CN     the language; your system's when not given
`,
    'zh-CN': `teatime new-exercise ID [选项]

  生成一个练习的全部文件，并写入 course.json：题目、空模板、故事、exercise.json、检查套件、参考答案、另一个正确答案和
  三个错误答案。它是一个说到做到的小练习，而且是草稿，不会影响别人。请一部分一部分地换成你自己的。从不覆盖任何文件。

  --title T           英文标题；不写就由 ID 得出
  --title-zh T        中文标题
  --part N            属于课程的第几部分；不写就是最后一部分
  --after ID          排在哪个练习后面；不写就排在最后
  --lang en|zh-CN     语言；不写就用系统的语言
`,
  },
  site: {
    en: `teatime site [options]

  Builds the site of the course, and serves it on this machine until Ctrl-C: the lesson, the exercises, all guides and the
  reference, in both languages. What builds it is installed the first time, into docs/. Nothing is built twice.

  --dev               for authors: the page follows each save
  --port N            the port to listen on; the first that is free when not given
  --build             only build: the files for any server are then in docs/.vitepress/dist
  --base PATH         the folder that they will be served from, when it is not /: --base /teatime/
  --lang en|zh-CN     the language; your system's when not given

  Ends with 0, or with 1 when a page is wrong: a link that leads nowhere, say.
`,
    'zh-CN': `teatime site [选项]

  生成课程的网站，并在这台电脑上提供，直到按 Ctrl-C：课文、练习、全部指南和参考，两种语言都有。
  第一次会把生成网站所需的东西安装到 docs/ 里。没有改动的不会重新生成。

  --dev               给作者：每次保存，网页都会跟着更新
  --port N            使用的端口；不写就用第一个空闲的
  --build             只生成文件：在 docs/.vitepress/dist 里，放到任何服务器上都行
  --base 路径         文件不放在 / 时写明放在哪个目录：--base /teatime/
  --lang en|zh-CN     语言；不写就用系统的语言

  返回 0；有页面不对（例如链接指向不存在的地方）时返回 1。
`,
  },
  'grade-class': {
    en: `teatime grade-class DIR [options]

  Grades every hand-in in a folder, as Moodle, Canvas, Gradescope or GitHub Classroom give them or as you have laid them: folders,
  archives or files. First it says what each was taken for. What was graded before is taken as it is. It writes class.html,
  gradebook.csv, feedback/ to hand back and results/ for programs.

  --dry-run           only say what each was taken for
  --out DIR           where to write; DIR-grades when not given
  --exercises IDS     only these, with commas between them
  --roster FILE       a CSV file with the students: names, keys, languages, and who handed in nothing
  --due TIME          what comes later is marked: "2026-11-29 18:00"
  --gradebook canvas|moodle
                      a second table, as their import pages ask for it
  --jobs N            how many to grade at once; as many as there are processors when not given
  --queue ADDRESS     have it graded by every grade-worker at this Redis, such as redis://host:6379; TEATIME_QUEUE in the
                      environment says the same, and keeps a password out of the command line
  --seed N            what random inputs come from; the same for the whole class
  --again             grade also what was graded before
  --require-sandbox   refuse to grade without a sandbox of the operating system; so by default where CI is set
  --lang en|zh-CN     the language; your system's when not given

  Ends with 0 when all that was handed in could be graded, 1 when a person has to look at some of it, 2 when the command or
  the course is wrong, 3 when the grader could not do its work.
`,
    'zh-CN': `teatime grade-class 文件夹 [选项]

  给文件夹里的每一份提交评分：可以是 Moodle、Canvas、Gradescope、GitHub Classroom 导出的，也可以是你自己整理的文件夹、
  压缩包或文件。开始之前先说明每一份被当作什么。评过的不再重评。写出 class.html、gradebook.csv、
  用来发还的 feedback/ 和供程序使用的 results/。

  --dry-run           只说明每一份被当作什么
  --out 文件夹        写到哪里；不写就是 文件夹-grades
  --exercises ID,ID   只评这些练习
  --roster 文件       学生名单（CSV）：姓名、编号、语言，以及谁没有提交
  --due 时间          之后提交的标为迟交，例如 "2026-11-29 18:00"
  --gradebook canvas|moodle
                      再写一张表，供这两个平台导入
  --jobs N            同时评多少份；不写就等于处理器的个数
  --queue 地址        交给连到这个 Redis 的每个 grade-worker 评分，例如 redis://host:6379；
                      也可以写在环境变量 TEATIME_QUEUE 里，这样密码就不会出现在命令行上
  --seed N            随机输入的来源，全班相同
  --again             评过的也重新评
  --require-sandbox   没有操作系统的沙箱就不评分；设置了 CI 变量时默认如此
  --lang en|zh-CN     语言；不写就用系统的语言

  全部评完返回 0；有需要人工查看的返回 1；命令或课程有错返回 2；评分程序无法工作返回 3。
`,
  },
  'grade-worker': {
    en: `teatime grade-worker [options]

  Grades the hand-ins that grade-class --queue puts into a queue, on as many machines as you like. They need the same course and the
  same grader as the machine that the hand-ins lie on; a worker that has others says so and takes none. Ctrl-C ends it, and
  gives back what it has not done.

  --queue ADDRESS     a Redis: redis://host:6379, or rediss:// where the line is encrypted. TEATIME_QUEUE in the environment says
                      the same; a password may stand in either, or alone in TEATIME_QUEUE_PASSWORD
  --jobs N            how many to grade at once; as many as there are processors when not given
  --exercises IDS     drafts that the class is graded in, with commas between them
  --require-sandbox   refuse to grade without a sandbox of the operating system; so by default where CI is set
  --lang en|zh-CN     the language; your system's when not given

  Ends with 0 after Ctrl-C, 2 when the command or the course is wrong, 3 when it could not do its work.
`,
    'zh-CN': `teatime grade-worker [选项]

  给 grade-class --queue 放进队列的提交评分，机器不限数量。课程和评分程序必须与存放提交的那台机器一致；
  不一致时会说明，并且一份也不取。按 Ctrl-C 结束，没评完的会退回队列。

  --queue 地址        一个 Redis：redis://host:6379，加密的连接写 rediss://。也可以写在环境变量 TEATIME_QUEUE 里；
                      密码写在地址里，或者单独放在 TEATIME_QUEUE_PASSWORD 里
  --jobs N            同时评多少份；不写就等于处理器的个数
  --exercises ID,ID   班级作业里还是草稿的练习
  --require-sandbox   没有操作系统的沙箱就不评分；设置了 CI 变量时默认如此
  --lang en|zh-CN     语言；不写就用系统的语言

  按 Ctrl-C 结束返回 0；命令或课程有错返回 2；无法工作返回 3。
`,
  },
  'check-course': {
    en: `teatime check-course [ID…] [options]

  Proves, for these exercises or for all of them: the stub earns nothing; the solution and every other right answer
  earn everything; every wrong answer fails on exactly the checks that its first line names, and each check is failed
  by one at least; the verdicts stay the same in every run; every language is complete; files and manifest agree.

  --watch             prove one exercise after every save of one of its files, and show which answer meets which check how;
                      each answer once, and again only what the save can have changed
  --matrix            the same, once: answers down, checks across
  --json FILE         write the proof as JSON; - for the terminal, and then nothing else goes there
  --print ANSWER      show an answer as a whole module: wrong/forgets, where that is an edit of the solution
  --write-fails       write into the first lines of wrong answers what they were found to fail on, for you to read
  --keep-stubs        first take the stubs as they are for what \`pnpm reset\` restores
  --runs N            each check meets the right answers N times in all, and those that are to fail it as often;
                      688 find with 99.9 % what goes wrong in 1 % of the runs
  --lang en|zh-CN     the language; your system's when not given

  Ends with 0 when every promise is kept, 1 when one is broken, 2 when the command is wrong, course.json is wrong or an
  exercise.json cannot be read, 3 when the grader could not do its work.
`,
    'zh-CN': `teatime check-course [ID…] [选项]

  对这些练习（不写 ID 就是全部）证明：空模板得 0 分；参考答案和其他正确答案得满分；每个错误答案恰好在第一行写明的
  检查上失败，而且每项检查至少有一个错误答案会失败；反复运行结论不变；每种语言都完整；文件和清单一致。

  --watch             每次保存一个练习的任何文件后，重新证明这个练习，并显示哪个答案在哪项检查上怎样；
                      每个答案运行一次，而且只重做可能受影响的部分
  --matrix            同样的表，只显示一次：一行一个答案，一列一项检查
  --json FILE         把证明写成 JSON；写 - 则输出到终端，此时不输出别的内容
  --print ANSWER      显示答案的完整模块，例如 wrong/forgets：它可能只是对参考答案的修改
  --write-fails       把运行中发现的失败写进错误答案的第一行，供你阅读
  --keep-stubs        先把现在的模板存为 \`pnpm reset\` 要恢复的内容
  --runs N            每项检查对全部正确答案共运行 N 次，对应当在它上面失败的答案也共运行 N 次；
                      有 1% 的运行会出错时，运行 688 次有 99.9% 的把握发现
  --lang en|zh-CN     语言；不写就用系统的语言

  退出码：0 全部做到了，1 有没做到的，2 命令或 course.json 有错、或者无法读取某个 exercise.json，
  3 评分程序自己出了问题。
`,
  },
  release: {
    en: `teatime release DIR [options]

  Writes the student edition of the course into a folder: one that is not there, is empty, or holds an earlier edition,
  such as a checkout of the repository that students clone; then only what changed is written, and what is no more is removed.
  Without solutions, wrong answers and hidden checks; the open checks and the solutions are in it sealed, which is not secret.
  First the course is proved, as check-course does, and then the edition, in a copy. All is written or nothing.

  --exercises IDS     only these, such as tea,gather
  --name NAME         what this edition is called, such as autumn-2027
  --dry-run           list what would be written, and do nothing else
  --gradescope FILE   instead: the grader as Gradescope runs it, a zip to upload there. It is not for students
  --lang en|zh-CN     the language; your system's when not given
`,
    'zh-CN': `teatime release DIR [选项]

  把课程的学生版写进一个文件夹。文件夹可以还不存在，可以是空的，也可以已有以前的学生版，例如学生克隆的那个仓库；
  这时只写有变化的文件，并删掉不再需要的文件。里面没有参考答案、错误答案和隐藏检查；公开的检查和参考答案是封存的，
  但封存不等于保密。会先像 check-course 那样验证课程，再在一份拷贝里验证学生版。要么全部写好，要么什么都不写。

  --exercises IDS     只要这些练习，例如 tea,gather
  --name NAME         这一版的名称，例如 autumn-2027
  --dry-run           只列出会写的文件，别的都不做
  --gradescope FILE   改为写出 Gradescope 运行的评分程序：一个上传到那里的 zip，不要给学生
  --lang en|zh-CN     语言；不写就用系统的语言
`,
  },
} as const satisfies Record<string, Text>;
