import type { Text } from './text.ts';

/** What `new-exercise` says. */
export const newExerciseTexts = {
  noId: {
    en: 'Which exercise? Give it one name: `pnpm new-exercise retry`.',
    'zh-CN': '要新建哪个练习？请写一个名字：`pnpm new-exercise retry`。',
  },
  severalIds: (ids: readonly string[]): Text => ({
    en: `One exercise at a time: these are ${ids.length} names (${ids.join(', ')}). Join the words of a name with hyphens, and put quotes around a title.`,
    'zh-CN': `一次新建一个练习：这里有 ${ids.length} 个名字（${ids.join('、')}）。名字里的单词请用连字符连接，标题请加引号。`,
  }),
  badId: (id: string, meant: string | undefined): Text => ({
    en: `'${id}' is no name for an exercise: use small letters, digits and hyphens, a letter first, as in "task-group".${meant === undefined ? '' : ` How about '${meant}'?`}`,
    'zh-CN': `'${id}' 不能作为练习的名字：请用小写字母、数字和连字符，以字母开头，例如 "task-group"。${meant === undefined ? '' : `'${meant}' 怎么样？`}`,
  }),
  longId: (id: string, most: number): Text => ({
    en: `'${id}' is too long: at most ${most} characters, since it stands in every path and every table.`,
    'zh-CN': `'${id}' 太长了：最多 ${most} 个字符，因为它会出现在每个路径和表格里。`,
  }),
  windowsName: (id: string): Text => ({
    en: `On Windows no file or folder can be called '${id}'. Take another name.`,
    'zh-CN': `在 Windows 上，文件和文件夹都不能叫 '${id}'。请换一个名字。`,
  }),
  commandName: (id: string): Text => ({
    en: `'${id}' is the name of a command: nobody could say which one is meant. Take another name.`,
    'zh-CN': `'${id}' 是命令的名字，会分不清指的是哪一个。请换一个名字。`,
  }),
  ownName: (id: string): Text => ({
    en: `'${id}' means something of its own in a course (a check that every exercise has, or a folder). Take another name.`,
    'zh-CN': `'${id}' 在课程里另有含义（每个练习都有的检查，或者文件夹）。请换一个名字。`,
  }),
  listed: (id: string): Text => ({
    en: `There is an exercise '${id}' already: course.json names it. Nothing was written.`,
    'zh-CN': `已经有练习 '${id}' 了：course.json 里写着它。什么都没有写入。`,
  }),
  leftOut: (id: string): Text => ({
    en: `There is an exercise '${id}' already: course.json leaves it out ("leftOut"). Nothing was written.`,
    'zh-CN': `已经有练习 '${id}'：它写在 course.json 的 "leftOut" 里，暂不使用。什么都没有写入。`,
  }),
  taken: (paths: readonly string[]): Text => ({
    en: `${paths.join(' and ')} ${paths.length === 1 ? 'is' : 'are'} there already, though course.json names no such exercise, and nothing is ever overwritten. Was an earlier new-exercise cut short? Then take ${paths.length === 1 ? 'it' : 'them'} away and call it again; otherwise take another name. Nothing was written.`,
    'zh-CN': `${paths.join('、')} 已经存在，course.json 里却没有这个练习，而这个命令从不覆盖文件。是不是上一次 new-exercise 中途断了？那就先把${paths.length === 1 ? '它' : '它们'}移走，再运行一次；否则请换一个名字。什么都没有写入。`,
  }),
  noChinese: {
    en: 'This course has no Chinese: "languages" in course.json does not name zh-CN. Leave --title-zh out.',
    'zh-CN': '这门课程没有中文：course.json 的 "languages" 里没有 zh-CN。请去掉 --title-zh。',
  },
  badTitle: (option: string): Text => ({
    en: `${option} is one line: it stands in tables and in headings. Take the line breaks and control characters out.`,
    'zh-CN': `${option} 只能是一行：它会出现在表格和标题里。请去掉换行和控制字符。`,
  }),
  blankTitle: (option: string): Text => ({
    en: `${option} needs a title with something in it, or leave the option out.`,
    'zh-CN': `${option} 后面要写标题，不能是空白；也可以不写这个选项。`,
  }),
  badPart: (given: string): Text => ({
    en: `--part '${given}' is no part of the course: they are counted from 1.`,
    'zh-CN': `--part '${given}' 不是课程的部分：部分从 1 开始编号。`,
  }),
  noParts: {
    en: 'This course has no parts. Leave --part out.',
    'zh-CN': '这门课程没有分部分。请去掉 --part。',
  },
  noSuchPart: (part: number, parts: number): Text => ({
    en: `There is no part ${part}: this course has ${parts}.`,
    'zh-CN': `没有第 ${part} 部分：这门课程共有 ${parts} 个部分。`,
  }),
  otherPart: (after: string, part: number): Text => ({
    en: `'${after}' stands in part ${part}: give --part ${part}, or leave it out.`,
    'zh-CN': `'${after}' 在第 ${part} 部分：请写 --part ${part}，或者不写。`,
  }),
  notWritten: (path: string, reason: Text): Text => ({
    en: `${path} could not be written: ${reason.en}. What was written before it has been taken away again.`,
    'zh-CN': `无法写入 ${path}：${reason['zh-CN']}。之前写入的内容已经撤销。`,
  }),
  written: (id: string): Text => ({
    en: `The exercise ${id} is there, as a draft: nobody meets it but who names it. What it asks for is small and true; put your own in its place, piece by piece:`,
    'zh-CN': `练习 ${id} 已经建好，目前是草稿：只有写出名字才会遇到它。里面是一个小而完整的练习，请一部分一部分地换成你自己的：`,
  }),
  next: (id: string, places: NewPlaces): Text => ({
    en: [
      `begin with what students might write, a file a mistake: ${places.wrongs}`,
      `title, points, hints and checks: ${places.manifest}`,
      `what is checked, and beside it what is said: ${places.suite}`,
      `what students read: ${places.task}`,
      `what they begin with: ${places.stub} (then \`pnpm check-course ${id} --keep-stubs\`)`,
      `the program that \`pnpm play ${id}\` runs: ${places.story}`,
      `the solution: ${places.solution}`,
    ].join('\n'),
    'zh-CN': [
      `先写学生可能写出的错误答案，一个错误一个文件：${places.wrongs}`,
      `标题、分值、提示和检查项：${places.manifest}`,
      `检查什么，旁边是检查时说的话：${places.suite}`,
      `学生读的题目：${places.task}`,
      `学生开始时的代码：${places.stub}（改后运行 \`pnpm check-course ${id} --keep-stubs\`）`,
      `\`pnpm play ${id}\` 运行的程序：${places.story}`,
      `参考答案：${places.solution}`,
    ].join('\n'),
  }),
  loop: (id: string): Text => ({
    en: `Leave \`pnpm check-course ${id} --watch\` open meanwhile: it proves the exercise after every save. \`pnpm check-course ${id}\` says at the end what is still the scaffold's.`,
    'zh-CN': `写的时候可以一直开着 \`pnpm check-course ${id} --watch\`：每次保存它都会重新证明这个练习。最后用 \`pnpm check-course ${id}\` 看看还有哪些是自动生成的。`,
  }),
} as const;

/** Where the pieces lie, as whoever typed the command opens them. */
export interface NewPlaces {
  readonly wrongs: string;
  readonly manifest: string;
  readonly suite: string;
  readonly task: string;
  readonly stub: string;
  readonly story: string;
  readonly solution: string;
}
