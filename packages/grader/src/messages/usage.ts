import type { Language, Text } from './text.ts';

/** What can be wrong with a command line. */
export const usage = {
  unknownCommand: (name: string, meant: string | undefined, commands: readonly string[]): Text => ({
    en: `There is no command '${name}'. ${meant === undefined ? `There are ${commands.join(', ')}.` : `Did you mean '${meant}'?`}`,
    'zh-CN': `没有 '${name}' 这个命令。${meant === undefined ? `可用的命令有：${commands.join('、')}。` : `你是不是想写 '${meant}'？`}`,
  }),
  unknownOption: (name: string, meant: string | undefined, options: readonly string[]): Text => ({
    en: `There is no option ${name} here. ${meant === undefined ? `There are ${options.join(', ')}.` : `Did you mean ${meant}?`}`,
    'zh-CN': `这里没有 ${name} 选项。${meant === undefined ? `可用的选项有：${options.join('、')}。` : `你是不是想写 ${meant}？`}`,
  }),
  keptByNpm: (script: string, options: readonly string[]): Text => ({
    en: `npm kept ${options.join(' and ')} to itself. Write two dashes before the options: npm run ${script} -- ${options.join(' … ')}`,
    'zh-CN': `npm 把 ${options.join('、')} 当成了它自己的选项。请在选项前加两个连字符：npm run ${script} -- ${options.join(' … ')}`,
  }),
  needsValue: (name: string): Text => ({
    en: `${name} needs a value: ${name} ${sampleValue(name)}`,
    'zh-CN': `${name} 后面要有值：${name} ${sampleValue(name)}`,
  }),
  onlyOnce: (name: string): Text => ({
    en: `${name} was given twice. Which one is meant? Write it once.`,
    'zh-CN': `${name} 写了两次，不知道以哪一个为准。请只写一次。`,
  }),
  takesNoValue: (name: string): Text => ({
    en: `${name} takes no value: write just ${name}.`,
    'zh-CN': `${name} 不带值：只写 ${name} 就可以。`,
  }),
  /** @param said what was looked for first, and what is there instead */
  nothingHandedIn: (from: string, said: string): Text => ({
    en: `Nothing was handed in at ${from}: not one of the answers is there, so there is nothing to grade and no result. ${said}`,
    'zh-CN': `${from} 里没有提交任何内容：一个答案都没有找到，所以没有评分，也没有结果。${said}`,
  }),
  noSeed: (value: string): Text => ({
    en: `--seed ${value} is no seed. It is a whole number from 0 to ${2 ** 32 - 1}, as the result of a grade names it.`,
    'zh-CN': `--seed ${value} 不是随机种子。种子是 0 到 ${2 ** 32 - 1} 之间的整数，评分结果里写着它。`,
  }),
  noRuns: (value: string, most: number): Text => ({
    en: `--runs ${value} is no number of runs. Write a whole number from 1 to ${most}.`,
    'zh-CN': `--runs ${value} 不是运行次数。请写 1 到 ${most} 之间的整数。`,
  }),
  unknownLanguage: (value: string, known: readonly string[]): Text => ({
    en: `--lang ${value} is not spoken here. Write --lang ${known.join(' or --lang ')}.`,
    'zh-CN': `不支持 --lang ${value}。请写 --lang ${known.join(' 或 --lang ')}。`,
  }),
  unknownExercise: (id: string, meant: string | undefined, ids: readonly string[]): Text => ({
    en: `There is no exercise '${id}'. ${meant === undefined ? `There are ${ids.join(', ')}.` : `Did you mean '${meant}'?`}`,
    'zh-CN': `没有 '${id}' 这个练习。${meant === undefined ? `现有的练习：${ids.join('、')}。` : `你是不是想写 '${meant}'？`}`,
  }),
  oneExercise: (command: string, ids: readonly string[]): Text => ({
    en: `Name one exercise: ${command} ${ids[0] ?? 'ID'}. There are ${ids.join(', ')}.`,
    'zh-CN': `请写一个练习：${command} ${ids[0] ?? 'ID'}。现有的练习：${ids.join('、')}。`,
  }),
  whatToReset: (ids: readonly string[]): Text => ({
    en: `Name what to begin anew: pnpm reset ${ids[0] ?? 'ID'}, or several, or --all. There are ${ids.join(', ')}.`,
    'zh-CN': `请写出要重新开始的练习，例如 pnpm reset ${ids[0] ?? 'ID'} （可以写多个，也可以写 --all）。现有的练习：${ids.join('、')}。`,
  }),
  noExercise: (command: string): Text => ({
    en: `${command} always shows every exercise: leave out what follows it.`,
    'zh-CN': `${command} 总是列出所有练习：后面不用再写别的。`,
  }),
  noStub: (id: string, file: string): Text => ({
    en: `--keep-stubs: packages/exercises/${id}/${file} passes some checks, so it is an answer and no stub. `
      + `\`pnpm reset ${id}\` puts the stub back and keeps the answer.`,
    'zh-CN': `--keep-stubs：packages/exercises/${id}/${file} 通过了一些检查，它是答案而不是模板。`
      + `\`pnpm reset ${id}\` 可以恢复模板，并保留你的答案。`,
  }),
  noParts: {
    en: 'This course has no parts, so --part has nothing to choose from. Name exercises instead, such as pnpm grade tea.',
    'zh-CN': '这门课程没有分部分，不能使用 --part。请直接写练习的名字，例如 pnpm grade tea。',
  },
  noSuchPart: (given: string, parts: readonly { readonly number: number; readonly title: Text }[]): Text => ({
    en: `There is no part '${given}'. Give the number of one:${parts.map(({ number, title }) => `\n  ${number}  ${title.en}`).join('')}`,
    'zh-CN': `没有第 '${given}' 部分。请写一个部分的编号：${parts.map(({ number, title }) => `\n  ${number}  ${title['zh-CN']}`).join('')}`,
  }),
  partOrNames: {
    en: 'Write either --part or the names of exercises: a part is all of its exercises.',
    'zh-CN': '--part 和练习的名字只能写一样：一个部分就是它的全部练习。',
  },
  liveAlone: (option: string): Text => ({
    en: `${option} grades what you save in packages/exercises; it goes with none of ${others(option).join(', ')}.`,
    'zh-CN': `${option} 检查你在 packages/exercises 里保存的内容，不能与 ${others(option).join('、')} 一起使用。`,
  }),
  noFolder: (path: string): Text => ({
    en: `--from ${path}: there is no such folder.`,
    'zh-CN': `--from ${path}：没有这个文件夹。`,
  }),
  fileForFolder: (path: string): Text => ({
    en: `--from ${path}: this is a file. Name the folder that it lies in.`,
    'zh-CN': `--from ${path}：这是一个文件。请写它所在的文件夹。`,
  }),
  unreadableFolder: (path: string, reason: string): Text => ({
    en: `--from ${path}: this folder cannot be read (${reason}). Check who may read it.`,
    'zh-CN': `--from ${path}：无法读取这个文件夹（${reason}）。请检查它的读取权限。`,
  }),
  linkedFolder: (link: string, folder: string | undefined): Text => ({
    en: `--from: ${link} is a link, and a link can lead to what was not handed in. `
      + (folder === undefined ? 'It leads nowhere.' : `If it leads where it should, name that folder itself: ${folder}`),
    'zh-CN': `--from：${link} 是一个链接，链接可能指向并非提交的内容。`
      + (folder === undefined ? '而且它指向的地方不存在。' : `如果它指向的地方没有错，请直接写那个文件夹：${folder}`),
  }),
  link: (asked: string): Text => ({
    en: `${asked}: this is a link. Name the file itself.`,
    'zh-CN': `${asked}：这是一个链接。请直接写文件本身。`,
  }),
  noFolderFor: (asked: string, folder: string): Text => ({
    en: `${asked}: there is no folder ${folder}. Make it first, or write the file elsewhere.`,
    'zh-CN': `${asked}：没有 ${folder} 这个文件夹。请先创建它，或者换一个位置。`,
  }),
  cannotWrite: (asked: string, reason: Text): Text => ({
    en: `${asked}: this file cannot be written: ${reason.en}`,
    'zh-CN': `${asked}：无法写入这个文件：${reason['zh-CN']}`,
  }),
  notAFile: (asked: string): Text => ({
    en: `${asked}: this is not an ordinary file. Name one${orTerminal.en(asked)}.`,
    'zh-CN': `${asked}：这不是普通文件。请写一个文件名${orTerminal['zh-CN'](asked)}。`,
  }),
  unknownFormat: (given: string, meant: string | undefined, formats: readonly string[]): Text => ({
    en: `--report ${given}: write a format and a file, such as --report html=report.html. `
      + (meant === undefined ? `The formats are ${formats.join(', ')}.` : `Did you mean ${meant}?`),
    'zh-CN': `--report ${given}：请写格式和文件，例如 --report html=report.html。`
      + (meant === undefined ? `可用的格式有：${formats.join('、')}。` : `你是不是想写 ${meant}？`),
  }),
  reportNeedsFile: (format: string, file: string): Text => ({
    en: `--report ${format} needs a file: --report ${format}=${file}`,
    'zh-CN': `--report ${format} 后面要写文件：--report ${format}=${file}`,
  }),
  githubNeedsNoFile: {
    en: '--report github takes no file: it writes to the log of the run, and into the summary that GitHub asks for. For a file, write --report markdown=report.md',
    'zh-CN': '--report github 不需要文件：它写到运行日志和 GitHub 指定的摘要里。想要文件，请写：--report markdown=report.md',
  },
  githubNeedsLog: {
    en: '--report github writes to the log, and --json - leaves no room there. Give the JSON a file: --json result.json',
    'zh-CN': '--report github 要写到日志里，而 --json - 会占用整个输出。请把 JSON 写到文件：--json result.json',
  },
  classroom50Needs: (missing: readonly string[]): Text => ({
    en: `--report classroom50 is for the autograder of a Classroom 50 runner, which sets ${missing.join(', ')} in the environment. Set what is missing, or choose another format.`,
    'zh-CN': `--report classroom50 用在 Classroom 50 的评分程序里，运行它的环境会设置 ${missing.join('、')}。请补上缺少的变量，或者换一种格式。`,
  }),
  traceNeedsFile: {
    en: '--trace needs a file: --trace trace.json',
    'zh-CN': '--trace 后面要写文件：--trace trace.json',
  },
  otherCourse: (here: string, own: string): Text => ({
    en: `You are in the course ${here}, and this is the grader of another one, ${own}. To work in the one you are in, `
      + 'use its own: run pnpm there, without --dir. To have the answers in it graded by this one, write: grade --from .',
    'zh-CN': `你在课程 ${here} 里，而这是另一个课程 ${own} 的评分程序。想在当前的课程里操作，请用它自己的评分程序：直接在那里运行 pnpm，不要带 --dir。`
      + '想用这个评分程序检查当前课程里的答案，请写：grade --from .',
  }),
} as const;

function others(option: string): readonly string[] {
  return ['--from', '--json', '--report', '--watch', '--ui'].filter((other) => other !== option);
}

/** Only `--json` can write to the terminal. */
const orTerminal: Readonly<Record<Language, (asked: string) => string>> = {
  en: (asked) => (asked.startsWith('--json') ? ', or - for the terminal' : ''),
  'zh-CN': (asked) => (asked.startsWith('--json') ? '，或者写 - 输出到终端' : ''),
};

function sampleValue(option: string): string {
  return { '--from': 'DIR', '--json': 'FILE', '--report': 'html=FILE', '--trace': 'FILE', '--lang': 'en' }[option] ?? 'VALUE';
}
