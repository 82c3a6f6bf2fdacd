import type { Text } from './text.ts';

/**
 * Why something in a hand-in was left out. `outside`: its path leads out, or is far too long; `link`; `twice`: an archive has the
 * name twice; `case`: two names differ in case only; `no-code`: it is no program; `like`: another one is
 * named more like the answer; `nested`: an archive in an archive in an archive.
 */
export type LeftOut = 'outside' | 'link' | 'twice' | 'case' | 'no-code' | 'like' | 'nested';

const few = (names: readonly string[], between: string): string =>
  [...names.slice(0, 3).map((name) => (name.length > 60 ? `${name.slice(0, 60)}…` : name)), ...(names.length > 3 ? [`… (${names.length})`] : [])].join(between);

const leftOut: Readonly<Record<LeftOut, Text>> = {
  outside: { en: 'Left out, as the path leads out of the hand-in: ', 'zh-CN': '路径指到了提交内容之外，已略过：' },
  link: { en: 'Left out, as it is a link: ', 'zh-CN': '是链接，已略过：' },
  twice: { en: 'In it twice under one name, and the last was taken: ', 'zh-CN': '同一个名字出现了两次，取了后一个：' },
  case: { en: 'Left out, as the names differ in case only: ', 'zh-CN': '名字只有大小写不同，已略过：' },
  'no-code': { en: 'Left out, as it is no program: ', 'zh-CN': '不是程序文件，已略过：' },
  like: { en: 'Left out, as another file is named more like the answer: ', 'zh-CN': '另一个文件的名字更像答案，已略过：' },
  nested: { en: 'Left out, as it lies in too many archives: ', 'zh-CN': '压缩包套得太深，已略过：' },
};

/** What is said of one hand-in, to whoever grades the class. */
export const intakeNotes = {
  nothing: { en: 'Nothing was handed in.', 'zh-CN': '没有提交。' },
  onlineText: {
    en: 'Text was typed into Moodle instead of a file, or beside it. It is not read.',
    'zh-CN': '在 Moodle 里直接输入了文字；这段文字没有读取。',
  },
  noMetadata: (folder: string): Text => ({
    en: `submission_metadata.yml says nothing of ${folder}, so it is not known whose it is.`,
    'zh-CN': `submission_metadata.yml 里没有 ${folder}，所以不知道是谁交的。`,
  }),
  together: (names: readonly string[]): Text => ({
    en: `Handed in together with ${names.join(', ')}.`,
    'zh-CN': `与${names.join('、')}一起提交。`,
  }),
  older: (names: readonly string[]): Text => ({
    en: `Handed in more than once; the newest counts. Passed over: ${few(names, ', ')}`,
    'zh-CN': `提交了不止一次，以最新的为准。已略过：${few(names, '、')}`,
  }),
  leftOut: (why: LeftOut, names: readonly string[]): Text => ({
    en: `${leftOut[why].en}${few(names, ', ')}`,
    'zh-CN': `${leftOut[why]['zh-CN']}${few(names, '、')}`,
  }),
  noCode: (names: readonly string[], notes: readonly Text[]): Text => {
    if (names.length === 0 && notes.length > 0) return { en: notes.map(({ en }) => en).join(' '), 'zh-CN': notes.map((note) => note['zh-CN']).join('') };
    return names.length === 0
      ? { en: 'Nothing is in it.', 'zh-CN': '里面什么也没有。' }
      : { en: `Nothing in it is a program. It holds ${few(names, ', ')}.`, 'zh-CN': `里面没有程序文件，只有：${few(names, '、')}。` };
  },
  tooMuch: {
    en: 'It holds far more than answers: too many files, too large ones, or an archive that unpacks to too much. Ask for the answers alone.',
    'zh-CN': '里面的东西远远超出答案：文件太多、太大，或者压缩包解开后太大。请让学生只交答案。',
  },
  damaged: (archive: string): Text => ({
    en: `${archive} cannot be read as an archive: it is cut off, damaged, or something else. Download it again, or ask for a new one.`,
    'zh-CN': `${archive} 无法作为压缩包读取：可能不完整、已损坏，或者是别的文件。请重新下载，或者让学生重新提交。`,
  }),
  foreign: (archive: string): Text => ({
    en: `${archive} is an archive of a kind that cannot be read here. Unpack it, put its folder in its place, and grade again; .zip, .tar.gz and .tgz can be read.`,
    'zh-CN': `这里读不了 ${archive} 这种压缩包。请解压，用得到的文件夹代替它，再重新评分；可以读取的有 .zip、.tar.gz 和 .tgz。`,
  }),
  encrypted: (archive: string): Text => ({
    en: `${archive} is protected by a password. Unpack it with the password, or ask for one without.`,
    'zh-CN': `${archive} 有密码保护。请用密码解压，或者让学生交没有密码的。`,
  }),
  cannotRead: (path: string, reason: Text): Text => ({
    en: `${path} cannot be read: ${reason.en}`,
    'zh-CN': `无法读取 ${path}：${reason['zh-CN']}`,
  }),
} as const;

/** Why something in the class's folder is nobody's hand-in. */
export const passedOverTexts = {
  link: { en: 'a link; put what it leads to in its place', 'zh-CN': '是链接；请换成它指向的内容' },
  other: { en: 'no ordinary file', 'zh-CN': '不是普通文件' },
  noStudent: {
    en: 'nothing says whose it is; name it like lin-gather.ts, or put it into a folder or an archive named after its student',
    'zh-CN': '看不出是谁的；请改成 lin-gather.ts 这样的名字，或者放进以学生命名的文件夹或压缩包',
  },
  unknown: { en: 'neither a folder nor an archive nor a program', 'zh-CN': '不是文件夹、压缩包或程序文件' },
} as const satisfies Readonly<Record<string, Text>>;

/** Why there is no class to grade. */
export const noClassTexts = {
  cannotOpen: (folder: string, reason: Text): Text => ({
    en: `The hand-ins cannot be read from ${folder}: ${reason.en}`,
    'zh-CN': `无法从 ${folder} 读取提交内容：${reason['zh-CN']}`,
  }),
  empty: (folder: string): Text => ({
    en: `There are no hand-ins in ${folder}. Name the folder that holds the folders or archives of the students.`,
    'zh-CN': `${folder} 里没有提交内容。请写存放学生文件夹或压缩包的那个文件夹。`,
  }),
  badDue: (given: string): Text => ({
    en: `--due does not understand "${given}". Write the day and the time: --due "2026-11-29 18:00", or with a zone: 2026-11-29T18:00+08:00`,
    'zh-CN': `--due 看不懂“${given}”。请写日期和时间：--due "2026-11-29 18:00"，也可以带时区：2026-11-29T18:00+08:00`,
  }),
  course: (folder: string): Text => ({
    en: `${folder} is a part of the course itself. Name the folder that holds the folders or archives of the students.`,
    'zh-CN': `${folder} 是课程本身的一部分。请写存放学生文件夹或压缩包的那个文件夹。`,
  }),
} as const;
