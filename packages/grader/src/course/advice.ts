import type { Text } from '../messages/text.ts';

/** What to write where a manifest is wrong. The schemas name these; the reader turns them into sentences. */
const sentences = {
  courseId: {
    en: 'write a short name for the course: small letters, digits and hyphens, such as "teatime"',
    'zh-CN': '请写课程的简短名称：小写字母、数字和连字符，例如 "teatime"',
  },
  courseLanguages: {
    en: 'write the languages of the course, "en" among them, which stands in for what is not translated: ["en", "zh-CN"]',
    'zh-CN': '请写课程的语言，其中要有 "en"，没有翻译的内容会用它代替：["en", "zh-CN"]',
  },
  language: {
    en: 'write a language as "en", "zh-CN" or "de"',
    'zh-CN': '请写语言的代号，例如 "en"、"zh-CN" 或 "de"',
  },
  languageTwice: {
    en: 'this language already stands above: name each one once',
    'zh-CN': '这种语言在上面已经出现过：每种语言只写一次',
  },
  parts: {
    en: 'write at least one part, or "exercises" in the place of "parts": [{ "title": { "en": "…", "zh-CN": "…" }, "exercises": ["tea"] }]',
    'zh-CN': '请至少写一个部分，或者不用 "parts" 而用 "exercises"：[{ "title": { "en": "…", "zh-CN": "…" }, "exercises": ["tea"] }]',
  },
  part: {
    en: 'write a part with a title and at least one exercise: { "title": { "en": "…", "zh-CN": "…" }, "exercises": ["tea"] }',
    'zh-CN': '请写一个部分，要有标题和至少一个练习：{ "title": { "en": "…", "zh-CN": "…" }, "exercises": ["tea"] }',
  },
  exercisesOrParts: {
    en: 'the exercises stand either in "exercises" or in "parts": take one of the two out',
    'zh-CN': '练习要么写在 "exercises" 里，要么写在 "parts" 里：请去掉其中一个',
  },
  exerciseInTwoParts: {
    en: 'this exercise already stands in another part: name each one in one part only',
    'zh-CN': '这个练习已经写在另一个部分里了：每个练习只能属于一个部分',
  },
  finale: {
    en: 'write the story at the end, and the exercises that it is told with: { "id": "finale", "title": { "en": "…", "zh-CN": "…" }, "exercises": ["tea"] }',
    'zh-CN': '请写结尾的故事，以及它用到的练习：{ "id": "finale", "title": { "en": "…", "zh-CN": "…" }, "exercises": ["tea"] }',
  },
  readOn: {
    en: 'write the page that whoever has passed everything reads next, such as "docs/lesson/17-together.md", or leave this key out',
    'zh-CN': '请写全部通过之后接着读的页面，例如 "docs/lesson/17-together.md"，或者去掉这个键',
  },
  finaleId: {
    en: 'an exercise is called so: give the story at the end an id of its own',
    'zh-CN': '已经有练习用了这个 id：请给结尾的故事另起一个',
  },
  finaleExercise: {
    en: 'this exercise is not in the course: the story at the end can be told with exercises of the course only',
    'zh-CN': '课程里没有这个练习：结尾的故事只能用课程里的练习',
  },
  leftOut: {
    en: 'write the ids of exercises that lie here and are not in this course, such as ["blocking"], or leave this key out',
    'zh-CN': '请写放在这里、但不属于本课程的练习的 id，例如 ["blocking"]，或者去掉这个键',
  },
  leftOutToo: {
    en: 'this exercise is in the course, and here it is left out: take it out of one of the two lists',
    'zh-CN': '这个练习既在课程里，又写在了 leftOut 里：请从其中一个列表里去掉',
  },
  passAt: {
    en: 'write the share of the points that passes an exercise, above 0 and at most 1: 0.6 for 60 percent. Without it every check has to pass',
    'zh-CN': '请写通过练习所需的分数比例，大于 0、最大为 1：60% 写 0.6。不写则每项检查都要通过',
  },
  exam: {
    en: 'write true for an exam: no hints, no solutions, brief messages; leave this key out otherwise',
    'zh-CN': '考试请写 true：没有提示，没有参考答案，信息从简；否则请去掉这个键',
  },
  courseExercises: {
    en: 'write the ids of the exercises in their order, such as ["tea", "gather"]',
    'zh-CN': '请按顺序写出练习的 id，例如 ["tea", "gather"]',
  },
  exerciseId: {
    en: 'write the id of an exercise: small letters, digits and hyphens, such as "as-completed"',
    'zh-CN': '请写练习的 id：小写字母、数字和连字符，例如 "as-completed"',
  },
  onlyDrafts: {
    en: 'every exercise here is still a draft: take "draft" out of the exercise.json of one, or name the one that you work on',
    'zh-CN': '这里的练习全都还是草稿：请从一个练习的 exercise.json 里去掉 "draft"，或者在命令里写明你正在写的那一个',
  },
  draft: {
    en: 'write true while the exercise is under construction; leave this key out when it is done',
    'zh-CN': '练习还没写完时请写 true；写完后请去掉这个键',
  },
  exerciseTwice: {
    en: 'this exercise already stands above: name each one once',
    'zh-CN': '这个练习在上面已经出现过：每个练习只写一次',
  },
  text: {
    en: 'write a sentence in each language of the course: { "en": "…", "zh-CN": "…" }',
    'zh-CN': '请用课程的每种语言各写一句：{ "en": "…", "zh-CN": "…" }',
  },
  sentence: {
    en: 'write this sentence in this language; it may not be missing or empty',
    'zh-CN': '请补上这种语言的句子，不能缺少，也不能为空',
  },
  files: {
    en: 'write the files that a student hands in, the module that is tested first, such as ["gather.ts"]',
    'zh-CN': '请写学生要提交的文件，被测模块放在第一位，例如 ["gather.ts"]',
  },
  file: {
    en: 'write a file name that ends in .ts, without a path, such as "gather.ts"',
    'zh-CN': '请写以 .ts 结尾、不带路径的文件名，例如 "gather.ts"',
  },
  firstFile: {
    en: 'the first file carries the name of its exercise: "<exercise id>.ts"',
    'zh-CN': '第一个文件要与练习同名："<练习 id>.ts"',
  },
  fileTwice: {
    en: 'this file already stands above: name each file once',
    'zh-CN': '这个文件在上面已经出现过：每个文件只写一次',
  },
  exports: {
    en: 'write the names that the first file exports, such as ["gather"]',
    'zh-CN': '请写第一个文件导出的名称，例如 ["gather"]',
  },
  imports: {
    en: 'write the modules that the files may import, such as ["@teatime/core"], or []',
    'zh-CN': '请写文件可以导入的模块，例如 ["@teatime/core"]，没有就写 []',
  },
  restrictions: {
    en: 'write a list of restrictions, or leave this key out',
    'zh-CN': '请写限制的列表，或者去掉这个键',
  },
  restriction: {
    en: 'write { "global": "Promise", "members": ["all"], "message": { "en": "…", "zh-CN": "…" } }',
    'zh-CN': '请写 { "global": "Promise", "members": ["all"], "message": { "en": "…", "zh-CN": "…" } }',
  },
  hints: {
    en: 'write a list of hints, the gentlest first, each in every language',
    'zh-CN': '请写提示的列表，最含蓄的放在最前面，每条都要有每种语言',
  },
  hintCheck: {
    en: 'write the id of a check of this exercise: the hint is then given first to whoever fails it',
    'zh-CN': '请写本练习里一项检查的 id：没有通过这项检查的人会先看到这条提示',
  },
  checks: {
    en: 'write at least one check',
    'zh-CN': '至少写一项检查',
  },
  check: {
    en: 'write a check: { "id": "…", "points": 1, "title": { … }, "why": { … } }',
    'zh-CN': '请写一项检查：{ "id": "…", "points": 1, "title": { … }, "why": { … } }',
  },
  checkId: {
    en: 'write an id: small letters, digits and hyphens, such as "input-order"',
    'zh-CN': '请写 id：小写字母、数字和连字符，例如 "input-order"',
  },
  checkTwice: {
    en: 'another check above has this id: give each check its own',
    'zh-CN': '上面已有检查使用这个 id：每项检查都要有自己的 id',
  },
  checkKind: {
    en: 'write "suite" (or leave it out), "lint" or "types"',
    'zh-CN': '请写 "suite"（或省略）、"lint" 或 "types"',
  },
  staticId: {
    en: 'a "types" check is called "types"; a "lint" check is called "no-blocking-call", or "restrictions" where the '
      + 'exercise has some; a "suite" check is called none of these, nor "gate"',
    'zh-CN': '"types" 类检查的 id 是 "types"；"lint" 类检查的 id 是 "no-blocking-call"，练习有限制时也可以是 "restrictions"；'
      + '"suite" 类检查不能用这些 id，也不能用 "gate"',
  },
  points: {
    en: 'write a whole number of points, 0 or more',
    'zh-CN': '请写整数分值，0 或更大',
  },
  hidden: {
    en: 'write true for a check that students neither see nor have; leave this key out for an open one',
    'zh-CN': '学生看不到、也拿不到的检查请写 true；公开的检查请去掉这个键',
  },
  hiddenStatic: {
    en: 'only a check of the suite can be hidden: everybody has the compiler and the linter. Take "hidden" out',
    'zh-CN': '只有检查套件里的检查可以隐藏：编译器和 linter 人人都有。请去掉 "hidden"',
  },
  allHidden: {
    en: 'every check is hidden, and a student would have nothing to go by: leave "hidden" out of at least one',
    'zh-CN': '所有检查都隐藏了，学生就无从下手：请至少让一项检查公开，去掉它的 "hidden"',
  },
  hintHidden: {
    en: 'this check is hidden, and a hint about it would give it away: name an open check, or give the hint to all',
    'zh-CN': '这项检查是隐藏的，针对它的提示会泄露内容：请改为公开的检查，或者让这条提示对所有人可见',
  },
  atHandIn: {
    en: 'write how many checks are decided when students hand in, at least 1, and what they are worth: { "checks": 2, "points": 3 }',
    'zh-CN': '请写提交后才判定的检查有几项（至少 1 项）、共多少分：{ "checks": 2, "points": 3 }',
  },
  atHandInToo: {
    en: 'a student edition says "atHandIn" in the place of hidden checks, and here are both: take "atHandIn" out, or the hidden checks',
    'zh-CN': '"atHandIn" 是学生版里代替隐藏检查的，这里两者都有：请去掉 "atHandIn"，或者去掉隐藏的检查',
  },
  unknownKey: {
    en: 'there is no such key here: take it out, or mend its spelling',
    'zh-CN': '这里没有这样的键：请删掉，或改正拼写',
  },
  object: {
    en: 'write a JSON object: { … }',
    'zh-CN': '请写一个 JSON 对象：{ … }',
  },
} as const satisfies Record<string, Text>;

export type Advice = keyof typeof sentences;

/** Names an advice in a schema, where only a string fits. */
export function say(advice: Advice): Advice {
  return advice;
}

export function isAdvice(message: string): message is Advice {
  return Object.hasOwn(sentences, message);
}

export function adviceText(advice: Advice): Text {
  return sentences[advice];
}
