import type { Text } from './text.ts';

const list = (paths: readonly string[], most = 10): string =>
  [...paths.slice(0, most).map((path) => `  ${path}`), ...(paths.length > most ? [`  … ${paths.length - most}`] : [])].join('\n');

/** What `release` says. */
export const releaseTexts = {
  needsFolder: {
    en: 'Name one folder for the student edition: pnpm release ../students',
    'zh-CN': '请写一个存放学生版的文件夹：pnpm release ../students',
  },
  gradescopeAlone: {
    en: '--gradescope goes with no folder and no other option: pnpm release --gradescope ../autograder.zip',
    'zh-CN': '--gradescope 不能和文件夹或其他选项一起用：pnpm release --gradescope ../autograder.zip',
  },
  gradescope: (file: string): Text => ({
    en: `Written: ${file}. It holds the suites, so it is for Gradescope and not for students. Next: upload it under Configure Autograder, and try it with a submission of your own.`,
    'zh-CN': `已写入 ${file}。里面有检查套件，只交给 Gradescope，不要给学生。下一步：在 Configure Autograder 里上传，再用你自己的提交试一次。`,
  }),
  inCourse: (folder: string): Text => ({
    en: `${folder} lies in this course, or this course in it. Name a folder beside it: pnpm release ../students`,
    'zh-CN': `${folder} 在这个课程里面，或者包含了这个课程。请写一个旁边的文件夹：pnpm release ../students`,
  }),
  notAFolder: (folder: string): Text => ({ en: `${folder} is no folder.`, 'zh-CN': `${folder} 不是文件夹。` }),
  notEmpty: (folder: string): Text => ({
    en: `${folder} is not empty, and what is in it is no student edition. Name a folder that is empty, or not there yet.`,
    'zh-CN': `${folder} 不是空的，里面也不是学生版。请写一个空的、或者还不存在的文件夹。`,
  }),
  otherCourse: (folder: string, id: string): Text => ({
    en: `${folder} holds a student edition of another course, ${id}. Name another folder.`,
    'zh-CN': `${folder} 里是另一门课程 ${id} 的学生版。请换一个文件夹。`,
  }),
  fromEdition: {
    en: 'This is a student edition itself: editions are made from the instructor\'s course.',
    'zh-CN': '这里本身就是学生版：要用教师的课程来制作学生版。',
  },
  draft: (id: string): Text => ({
    en: `${id} is still a draft, and no draft is handed out. Leave it out of --exercises, or finish it and take "draft" out of its exercise.json.`,
    'zh-CN': `${id} 还是草稿，草稿不会发给学生。请从 --exercises 里去掉它，或者写完之后从它的 exercise.json 里去掉 "draft"。`,
  }),
  noExercise: {
    en: '--exercises needs the ids of exercises, such as --exercises tea,gather.',
    'zh-CN': '--exercises 后面要写练习的 id，例如 --exercises tea,gather。',
  },
  noSolution: (path: string): Text => ({ en: `${path} is missing, and without it there is no edition.`, 'zh-CN': `缺少 ${path}，没有它就做不了学生版。` }),
  broken: {
    en: 'Nothing was released: first mend what is told above.',
    'zh-CN': '没有发布：请先改好上面指出的问题。',
  },
  leaks: (leaks: readonly { readonly file: string; readonly line: string }[]): Text => ({
    en: `Nothing was released: lines of suites, solutions or hidden checks stand in files that students would get.\n${list(leaks.map(({ file, line }) => `${file}: ${line}`))}`,
    'zh-CN': `没有发布：检查、参考答案或隐藏检查里的内容出现在学生会拿到的文件里。\n${list(leaks.map(({ file, line }) => `${file}：${line}`))}`,
  }),
  failing: (command: string, said: string): Text => ({
    en: `Nothing was released: in a copy of the edition, "teatime ${command}" did not do what it has to. It said:\n${said}`,
    'zh-CN': `没有发布：在学生版的一份拷贝里，“teatime ${command}”没有得到应有的结果。它的输出是：\n${said}`,
  }),
  trying: (command: string): Text => ({ en: `Trying the edition: ${command}`, 'zh-CN': `正在试用学生版：${command}` }),
  dryRun: (folder: string, files: readonly string[], removed: readonly string[]): Text => ({
    en: `Into ${folder} would be written:\n${list(files, Infinity)}${removed.length > 0 ? `\nThese would be removed:\n${list(removed, Infinity)}` : ''}\nNothing was proved, and nothing was written.`,
    'zh-CN': `将要写入 ${folder} 的文件：\n${list(files, Infinity)}${removed.length > 0 ? `\n将要删除的文件：\n${list(removed, Infinity)}` : ''}\n这次没有验证，也没有写入任何东西。`,
  }),
  nothingChanged: (folder: string): Text => ({
    en: `${folder} holds this edition already: nothing was changed.`,
    'zh-CN': `${folder} 里已经是这一版，没有改动。`,
  }),
  released: (folder: string, exercises: number, { written, removed }: { readonly written: number; readonly removed: number }): Text => ({
    en: `Released ${exercises} ${exercises === 1 ? 'exercise' : 'exercises'} to ${folder}: ${written} files written, ${removed} removed. In a copy of it, stubs earned nothing, `
      + 'the solutions every point that is open, and every command worked.',
    'zh-CN': `已把 ${exercises} 个练习发布到 ${folder}：写入 ${written} 个文件，删除 ${removed} 个。已在一份拷贝里验证：空模板得 0 分，参考答案得到全部公开的分数，每个命令都能用。`,
  }),
  next: (folder: string): Text => ({
    en: `Sealed in it are the checks and the solutions: sealed, not secret. Next: look at it with "git -C ${folder} status", and push it to where students get it.`,
    'zh-CN': `检查和参考答案封存在里面：封存不等于保密。下一步：用“git -C ${folder} status”看一看，再推送到学生取课程的地方。`,
  }),
} as const;
