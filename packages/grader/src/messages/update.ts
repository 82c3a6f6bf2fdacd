import type { Text } from './text.ts';

const and = (names: readonly string[]): Text => ({ en: names.join(', '), 'zh-CN': names.join('、') });

/** What `update` says, and what every command says of stubs that came with a newer edition. */
export const updateTexts = {
  needsSource: {
    en: 'Say where the newer course is, in one word: a folder, an archive (.tgz, .zip) or a git address, as in pnpm run update ~/Downloads/course.zip',
    'zh-CN': '请写明新课程在哪里，只写一个：文件夹、压缩包（.tgz、.zip）或 git 地址，例如 pnpm run update ~/Downloads/course.zip',
  },
  sourceOrUndo: {
    en: '--undo goes back to the edition before, and takes no source.',
    'zh-CN': '--undo 会回到更新之前的那一版，不需要再写来源。',
  },
  noStudentEdition: {
    en: 'This is the instructor\'s course, which no edition takes the place of: it is updated with git.',
    'zh-CN': '这里是教师的课程，不能用学生版来更新：请用 git。',
  },
  trouble: {
    nothing: (at: string): Text => ({
      en: `There is nothing at ${at}. Name a folder, an archive (.tgz, .zip) or a git address.`,
      'zh-CN': `找不到 ${at}。请写文件夹、压缩包（.tgz、.zip）或 git 地址。`,
    }),
    'no-edition': (at: string): Text => ({
      en: `What is at ${at} is no student edition of a course. Ask whoever gives the course where the newer one is.`,
      'zh-CN': `${at} 不是学生版课程。请问一问开课的老师，新课程在哪里。`,
    }),
    damaged: (file: string): Text => ({
      en: `This edition is not whole: ${file} is missing, or is not as it was released. Get it again.`,
      'zh-CN': `这一版不完整：缺少 ${file}，或者它和发布时不一样。请重新获取。`,
    }),
    link: (file: string): Text => ({
      en: `There is a link in this archive, ${file}. An edition has none, so it was not unpacked.`,
      'zh-CN': `这个压缩包里有链接 ${file}。课程里不会有链接，所以没有解压。`,
    }),
    'strange-path': (file: string): Text => ({
      en: `A file in this archive would land outside of the course: ${file}. It was not unpacked.`,
      'zh-CN': `这个压缩包里有文件会落到课程外面：${file}。所以没有解压。`,
    }),
    'too-large': (file: string): Text => ({
      en: `This archive holds more than any course does (at ${file}), and was not unpacked.`,
      'zh-CN': `这个压缩包比任何课程都大（${file}），所以没有解压。`,
    }),
    'no-archive': (file: string): Text => ({
      en: `${file} cannot be read as an archive: it is neither .tgz nor .zip, or is damaged. Get it again.`,
      'zh-CN': `${file} 不是可以读取的压缩包：既不是 .tgz 也不是 .zip，或者已经损坏。请重新获取。`,
    }),
    'no-git': (at: string): Text => ({
      en: `To get ${at}, git has to be installed. Without git, download an archive and name that.`,
      'zh-CN': `要获取 ${at}，需要先安装 git。没有 git 的话，请下载压缩包，再写压缩包的路径。`,
    }),
    clone: (said: string): Text => ({
      en: `git could not get it. It said: ${said}`,
      'zh-CN': `git 没能取到。它的输出是：${said}`,
    }),
  },
  otherCourse: (its: string, ours: string): Text => ({
    en: `That is another course, ${its}; this one is ${ours}. Nothing was changed.`,
    'zh-CN': `那是另一门课程 ${its}，这里是 ${ours}。没有改动。`,
  }),
  older: {
    en: 'That edition is older than the one that you have. Nothing was changed. To go back to the one before, type pnpm run update --undo',
    'zh-CN': '那一版比你现在的旧。没有改动。要回到更新之前的那一版，请运行 pnpm run update --undo',
  },
  upToDate: { en: 'You have this edition already. Nothing was changed.', 'zh-CN': '你已经是这一版了，没有改动。' },
  nothingToUndo: {
    en: 'There is no edition before this one to go back to.',
    'zh-CN': '没有可以回到的上一版。',
  },
  notDone: (reason: Text): Text => ({
    en: `The update could not be done, and everything is as it was before: ${reason.en}`,
    'zh-CN': `没能更新，一切都和之前一样：${reason['zh-CN']}`,
  }),
  done: (name: string | undefined): Text => ({
    en: `The course is updated${name === undefined ? '' : ` to ${name}`}. Your answers and your progress are as they were.`,
    'zh-CN': `课程已更新${name === undefined ? '' : `到 ${name}`}。你的答案和进度都没有变。`,
  }),
  undone: {
    en: 'The edition before is back. Your answers and your progress are as they were.',
    'zh-CN': '已回到更新之前的那一版。你的答案和进度都没有变。',
  },
  added: (ids: readonly string[]): Text => ({ en: `New: ${and(ids).en}`, 'zh-CN': `新增：${and(ids)['zh-CN']}` }),
  changedExercises: (ids: readonly string[]): Text => ({ en: `Changed: ${and(ids).en}`, 'zh-CN': `有变化：${and(ids)['zh-CN']}` }),
  gone: (ids: readonly string[]): Text => ({
    en: `No longer in the course: ${and(ids).en}. What you wrote there stays where it is.`,
    'zh-CN': `已不在课程里：${and(ids)['zh-CN']}。你写的代码还在原来的地方。`,
  }),
  keptAside: (folder: string, paths: readonly string[]): Text => ({
    en: `The course has files of its own where these of yours were: ${and(paths).en}. Yours are kept in ${folder}.`,
    'zh-CN': `这些位置现在是课程的文件：${and(paths)['zh-CN']}。你的那一份保存在 ${folder}。`,
  }),
  renewed: (ids: readonly string[]): Text => ({
    en: `You had not begun ${and(ids).en}: the new stub is in place.`,
    'zh-CN': `你还没有开始写 ${and(ids)['zh-CN']}：已经换成新的模板。`,
  }),
  newStub: (id: string): Text => ({
    en: `The course has a new stub of ${id}. Your answer stays; pnpm reset ${id} gives you the new stub and keeps your answer.`,
    'zh-CN': `课程里 ${id} 的模板有了新版本。你的答案没有变；运行 pnpm reset ${id} 可以换成新模板，你的答案会保留一份。`,
  }),
  renamed: (from: string, to: string): Text => ({
    en: `${from} is called ${to} now. Your answer and your progress came along; the old file stays where it is.`,
    'zh-CN': `${from} 现在叫 ${to}。你的答案和进度都跟过来了；原来的文件还在原来的地方。`,
  }),
  install: {
    en: 'This edition needs other packages. Next: npx -y pnpm@12.4.2 grade',
    'zh-CN': '这一版需要安装别的软件包。下一步：npx -y pnpm@12.4.2 grade',
  },
  next: { en: 'Next: pnpm grade', 'zh-CN': '下一步：pnpm grade' },
} as const;
