import type { Text } from './text.ts';

const listed = { en: (names: readonly string[]) => names.join(', '), 'zh-CN': (names: readonly string[]) => names.join('、') };

/** What is wrong with what stands in a course, before anything of it runs: the place first, and what to do about it. */
export const courseBreaches = {
  notChinese: (place: string, start: string): Text => ({
    en: `${place}: this is to be Chinese, and there is not a Chinese character in it: "${start}". Translate it`,
    'zh-CN': `${place}：这里应当是中文，却一个汉字也没有："${start}"。请翻译`,
  }),
  notEnglish: (place: string, start: string): Text => ({
    en: `${place}: this is to be English, and is Chinese: "${start}". Translate it`,
    'zh-CN': `${place}：这里应当是英文，却是中文："${start}"。请翻译`,
  }),
  untranslated: (file: string, language: string, places: readonly string[]): Text => ({
    en: `${file}: ${listed.en(places)}: not written in ${language} yet. Write it; until then students read the English`,
    'zh-CN': `${file}：${listed['zh-CN'](places)}：还没有 ${language} 的内容。请补上；在那之前学生看到的是英文`,
  }),
  unknownLanguage: (place: string, language: string): Text => ({
    en: `${place}: the course is not in ${language}. Add it to "languages" in course.json, mend the spelling, or take such sentences out`,
    'zh-CN': `${place}：本课程没有 ${language} 这种语言。请在 course.json 的 "languages" 里加上它、改正拼写，或者删掉这样的句子`,
  }),
  noPoints: (manifest: string): Text => ({
    en: `${manifest}: every check is worth 0 points, so the exercise passes with 0 of 0. Give at least one of them points`,
    'zh-CN': `${manifest}：所有检查都是 0 分，满分就是 0 分。请至少给一项检查分值`,
  }),
  allPointsHidden: (manifest: string): Text => ({
    en: `${manifest}: only hidden checks are worth points, so students see 0 of 0 of their own. Give an open check points`,
    'zh-CN': `${manifest}：只有隐藏的检查有分值，学生自己那里就是 0 / 0 分。请给一项公开的检查分值`,
  }),
  atHandInHere: (manifest: string): Text => ({
    en: `${manifest}: atHandIn is what a student edition has in the place of hidden checks, and release writes it. Take it out; write "hidden": true on the checks`,
    'zh-CN': `${manifest}：atHandIn 是学生版里代替隐藏检查的，由 release 写入。请去掉它，改为给检查写上 "hidden": true`,
  }),
  leavesOutNothing: (place: string, id: string): Text => ({
    en: `${place}: there is no exercise '${id}' here that could be left out. Mend its spelling, or take it out`,
    'zh-CN': `${place}：这里没有 '${id}' 这个练习，谈不上不用它。请改正拼写，或者删掉`,
  }),
  noHints: (manifest: string): Text => ({
    en: `${manifest}: hints is empty, and who is stuck gets no help. Write at least one`,
    'zh-CN': `${manifest}：hints 是空的，卡住的人得不到帮助。请至少写一条提示`,
  }),
  sameText: (place: string, other: string): Text => ({
    en: `${place} says the same as ${other}: nobody can tell them apart. Word one of them differently`,
    'zh-CN': `${place} 与 ${other} 完全相同，分不清是哪一个。请换一种说法`,
  }),
  unknownGlobal: (place: string, name: string): Text => ({
    en: `${place}: there is no \`${name}\`, so this forbids nothing. Mend its spelling`,
    'zh-CN': `${place}：没有 \`${name}\` 这个东西，所以什么也没有禁止。请改正拼写`,
  }),
  twice: (place: string): Text => ({
    en: `${place}: this stands in the list twice. Take one out`,
    'zh-CN': `${place}：列表里写了两次。请删掉一个`,
  }),
  exportNotInTask: (task: string, name: string): Text => ({
    en: `${task} never mentions \`${name}\`, which an answer has to export. Say what it is to do`,
    'zh-CN': `${task} 没有提到答案要导出的 \`${name}\`。请写明它应该做什么`,
  }),
  noHeading: (task: string): Text => ({
    en: `${task} does not begin with a heading: write \`# \` and the title in its first line`,
    'zh-CN': `${task} 开头没有标题：请在第一行写 \`# \` 和标题`,
  }),
  deadLink: (place: string, target: string): Text => ({
    en: `${place}: there is no ${target} that this link leads to. Mend the link`,
    'zh-CN': `${place}：链接指向的 ${target} 不存在。请改正链接`,
  }),
  notText: (path: string): Text => ({
    en: `${path} is not UTF-8 text. Save it as UTF-8`,
    'zh-CN': `${path} 不是 UTF-8 文本。请保存为 UTF-8`,
  }),
  orphan: (path: string, kind: 'solutions' | 'suite' | 'exercise'): Text => ({
    en: {
      solutions: `${path} answers an exercise that is not there. Take it away, or give the exercise that name`,
      suite: `${path} checks an exercise that is not there. Take it away, or give the exercise that name`,
      exercise: `${path} has no exercise.json, so it is no exercise. Write one, with "draft": true while it is under construction, or take the folder away`,
    }[kind],
    'zh-CN': {
      solutions: `${path} 对应的练习不存在。请删掉它，或者让练习使用这个名字`,
      suite: `${path} 检查的练习不存在。请删掉它，或者让练习使用这个名字`,
      exercise: `${path} 里没有 exercise.json，不是一个练习。请写一个（还没写完就加上 "draft": true），或者删掉这个文件夹`,
    }[kind],
  }),
  otherCase: (path: string, id: string): Text => ({
    en: `${path}: course.json writes this name \`${id}\`, and most systems tell large letters from small ones. Rename the folder`,
    'zh-CN': `${path}：course.json 里写的是 \`${id}\`，大多数系统区分大小写。请给文件夹改名`,
  }),
  notAnAnswer: (path: string): Text => ({
    en: `${path} is not looked at: an answer is a file that ends in .ts, right in also/ or wrong/, or in wrong/ one that ends in .edit. Rename or move it`,
    'zh-CN': `${path} 不会被检查：答案必须是以 .ts 结尾的文件，直接放在 also/ 或 wrong/ 里；wrong/ 里也可以是以 .edit 结尾的文件。请改名或移动`,
  }),
  sameAnswer: (path: string, other: string): Text => ({
    en: `${path} is the same as ${other}, and proves nothing more. Take one away`,
    'zh-CN': `${path} 与 ${other} 完全相同，不能多证明什么。请删掉一个`,
  }),
  failsTwice: (path: string, checks: readonly string[]): Text => ({
    en: `${path}: its first line names ${listed.en(checks)} more than once. Name each check once`,
    'zh-CN': `${path}：第一行把 ${listed['zh-CN'](checks)} 写了不止一次。每项检查只写一次`,
  }),
  failsMisplaced: (path: string, line: number): Text => ({
    en: `${path}:${line}: \`// fails: …\` stands here, and is read in the first line only, in small letters. Move it there`,
    'zh-CN': `${path}:${line}：\`// fails: …\` 写在了这里，而程序只看第一行，而且要用小写。请移到第一行`,
  }),
  rightFails: (path: string): Text => ({
    en: `${path} is to be a right answer, and its first line says that it fails. Take the line out, or move the file to wrong/`,
    'zh-CN': `${path} 应当是正确答案，第一行却写着它会失败。请删掉这一行，或者把文件移到 wrong/`,
  }),
  usesVitest: (place: string): Text => ({
    en: `${place}: a suite takes nothing of Vitest. What \`expect\` says no student understands, and a \`test\` is no check: use check, assert and fail of @teatime/grader/kit`,
    'zh-CN': `${place}：检查套件不使用 Vitest 的任何东西。\`expect\` 的报错学生看不懂，\`test\` 也不是检查：请用 @teatime/grader/kit 的 check、assert 和 fail`,
  }),
  realTime: (place: string, name: string): Text => ({
    en: `${place}: \`${name}\` goes by real time, and a check goes by virtual time: what it waits for never comes. Inside a check, use sleep of @teatime/core and lab.clock`,
    'zh-CN': `${place}：\`${name}\` 用的是真实时间，而检查用的是虚拟时间，等待的事永远不会发生。请在检查里使用 @teatime/core 的 sleep 和 lab.clock`,
  }),
  otherExercise: (place: string, id: string): Text => ({
    en: `${place}: a suite meets the answer to its own exercise only, whatever name it imports. Import @teatime/exercises/${id}`,
    'zh-CN': `${place}：检查套件只会遇到自己练习的答案，不管导入的名字是什么。请导入 @teatime/exercises/${id}`,
  }),
  usesUndeclared: (place: string, manifest: string, name: string): Text => ({
    en: `${place}: the suite uses \`${name}\`, which ${manifest} does not declare: no answer has it. Add it to exports`,
    'zh-CN': `${place}：检查套件用到了 \`${name}\`，${manifest} 却没有声明，答案里不会有它。请加到 exports 里`,
  }),
  neverUsed: (manifest: string, suite: string, name: string): Text => ({
    en: `${manifest} declares the export \`${name}\`, but ${suite} never uses it: nothing about it is checked`,
    'zh-CN': `${manifest} 声明了导出 \`${name}\`，但 ${suite} 没有用到它：关于它什么都没有检查`,
  }),
  typeError: (place: string, message: string): Text => ({
    en: `${place}: TypeScript: ${message}`,
    'zh-CN': `${place}：TypeScript：${message}`,
  }),
} as const;
