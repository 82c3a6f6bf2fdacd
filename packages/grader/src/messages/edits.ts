import type { Text } from './text.ts';

/** Why a wrong answer that is an edit of the solution makes no module, and what to do. @param place file and line */
export const editTexts = {
  noBlocks: (place: string): Text => ({
    en: `${place}: this changes nothing. Write a line \`@@\`, and below it the lines of the solution that go, each behind a \`-\`, and those that take their place, each behind a \`+\``,
    'zh-CN': `${place}：这里什么都没有改。请写一行 \`@@\`，在它下面写出参考答案里要去掉的行，每行前面加 \`-\`；再写出替换它们的行，每行前面加 \`+\``,
  }),
  notAComment: (place: string): Text => ({
    en: `${place}: above the first \`@@\` stand comments only, the first of them \`// fails: …\`. Put \`//\` before this line, or take it out`,
    'zh-CN': `${place}：第一个 \`@@\` 上面只能写注释，第一行是 \`// fails: …\`。请在这一行前面加上 \`//\`，或者删掉它`,
  }),
  noMark: (place: string): Text => ({
    en: `${place}: below \`@@\`, a line begins with \`-\` when it goes, with \`+\` when it comes, and with a space when it stays. This one begins with none of them`,
    'zh-CN': `${place}：在 \`@@\` 下面，去掉的行以 \`-\` 开头，加上的行以 \`+\` 开头，保留的行以空格开头。这一行都不是`,
  }),
  idle: (place: string): Text => ({
    en: `${place}: this block changes nothing: what comes is what goes. Write what the wrong answer has instead, or take the block out`,
    'zh-CN': `${place}：这一块什么都没有改，换上的就是去掉的。请写出错误答案里的内容，或者删掉这一块`,
  }),
  noPlace: (place: string): Text => ({
    en: `${place}: this block says what comes, but not where. Add a line of the solution that stands beside it, behind a space`,
    'zh-CN': `${place}：这一块写了要加什么，却没有写加在哪里。请补上参考答案里与它相邻的一行，前面加一个空格`,
  }),
  looseGap: (place: string): Text => ({
    en: `${place}: \`-…\` stands for the lines between two others. Write the line before them and the line behind them as well`,
    'zh-CN': `${place}：\`-…\` 代表两行之间的所有行。请把它前面的一行和后面的一行也写出来`,
  }),
  gone: (place: string, solution: string, line: string, meant: { readonly line: number; readonly text: string } | undefined): Text => ({
    en: `${place}: it no longer applies: ${solution} has no \`${line}\` here. ${meant === undefined ? 'Write the lines as they stand there now' : `Line ${meant.line} is \`${meant.text}\`: is that the one?`}`,
    'zh-CN': `${place}：这处修改已经用不上了：${solution} 的这个位置没有 \`${line}\`。${meant === undefined ? '请按那里现在的样子写' : `第 ${meant.line} 行是 \`${meant.text}\`，是不是它？`}`,
  }),
  twice: (place: string, solution: string, lines: readonly number[]): Text => ({
    en: `${place}: it applies ${lines.length} times: these lines stand in ${solution} at lines ${lines.join(', ')}. Add a line before or behind them that stands there once`,
    'zh-CN': `${place}：有 ${lines.length} 处符合：这些行出现在 ${solution} 的第 ${lines.join('、')} 行。请在前面或后面再加一行，使它只符合一处`,
  }),
  overlap: (place: string, other: number): Text => ({
    en: `${place}: this block and the one at line ${other} change the same lines. Make one of the two`,
    'zh-CN': `${place}：这一块和第 ${other} 行的那一块改的是同样的行。请合并成一块`,
  }),
  mixedEnds: (path: string): Text => ({
    en: `${path} ends some lines with LF and some with CRLF, so nobody sees which lines are the same. Save it with one of the two`,
    'zh-CN': `${path} 里有的行以 LF 结尾，有的以 CRLF 结尾，看不出哪些行相同。请统一成一种再保存`,
  }),
  both: (edit: string, module: string): Text => ({
    en: `${edit} and ${module} have the same name: nobody can say which one is meant. Rename one, or take it away`,
    'zh-CN': `${edit} 和 ${module} 同名，分不清指的是哪一个。请给其中一个改名，或者删掉`,
  }),
} as const;
