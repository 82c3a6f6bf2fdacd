import type { Text } from './text.ts';

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
  needsValue: (name: string): Text => ({
    en: `${name} needs a value: ${name} ${sampleValue(name)}`,
    'zh-CN': `${name} 后面要有值：${name} ${sampleValue(name)}`,
  }),
  takesNoValue: (name: string): Text => ({
    en: `${name} takes no value: write just ${name}.`,
    'zh-CN': `${name} 不带值：只写 ${name} 就可以。`,
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
  noExercise: (command: string): Text => ({
    en: `${command} always shows every exercise: leave out what follows it.`,
    'zh-CN': `${command} 总是列出所有练习：后面不用再写别的。`,
  }),
  noFolder: (path: string): Text => ({
    en: `--from ${path}: there is no such folder.`,
    'zh-CN': `--from ${path}：没有这个文件夹。`,
  }),
  cannotWrite: (path: string, reason: string): Text => ({
    en: `--json ${path}: this file cannot be written (${reason}).`,
    'zh-CN': `--json ${path}：无法写入这个文件（${reason}）。`,
  }),
  notAFile: (path: string): Text => ({
    en: `--json ${path}: this is not an ordinary file. Name one, or - for the terminal.`,
    'zh-CN': `--json ${path}：这不是普通文件。请写一个文件名，或者写 - 输出到终端。`,
  }),
  noCourse: {
    en: 'There is no course here: no course.json in this folder or above it.',
    'zh-CN': '这里没有课程：这个文件夹以及它的上层都没有 course.json。',
  },
} as const;

function sampleValue(option: string): string {
  return { '--from': 'DIR', '--json': 'FILE', '--lang': 'en' }[option] ?? 'VALUE';
}
