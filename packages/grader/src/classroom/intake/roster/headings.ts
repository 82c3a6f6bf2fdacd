/** What a column of a roster says of a student. */
export type Column = 'name' | 'first' | 'last' | 'email' | 'number' | 'key' | 'identifier' | 'language' | 'outOf';

const headings: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'student', 'student name', 'full name', 'fullname', 'display name', '姓名', '名字', '学生', '学生姓名', '全名'],
  first: ['first name', 'firstname', 'given name', 'forename', '名'],
  last: ['last name', 'lastname', 'surname', 'family name', '姓', '姓氏'],
  email: ['email', 'e mail', 'mail', 'email address', 'e mail address', '邮箱', '邮件', '电子邮箱', '电子邮件', '电子邮件地址', '邮箱地址'],
  number: ['id', 'number', 'id number', 'idnumber', 'student number', 'student id', 'studentid', 'sid', 'sis id', 'sis user id', '学号', '编号', 'id号'],
  key: ['key', 'username', 'user name', 'user', 'login', 'login id', 'sis login id', 'github', 'github username', 'canvas id', 'canvas user id', 'moodle id', '用户名', '账号', '帐号'],
  identifier: ['identifier', '标识'],
  outOf: ['maximum grade', 'max grade', '最高分', '最高成绩', '满分', '最大成绩'],
  language: ['language', 'lang', 'preferred language', '语言', '首选语言'],
};

/**
 * What each column of a heading says; undefined for those that say nothing of who a student is, such as points. The `ID` of Canvas's
 * own gradebook is Canvas's, which has the number under another heading.
 */
export function columnsOf(heading: readonly string[]): readonly (Column | undefined)[] {
  const words = heading.map((word) => word.normalize('NFKC').toLowerCase().replaceAll(/[\s_\-.:]+/g, ' ').trim());
  const isCanvas = words.includes('student') && words.some((word) => word.startsWith('sis ') || word === 'section');
  return words.map((word) => (isCanvas && word === 'id' ? 'key' : columnNamed(word)));
}

const byWord = new Map(Object.entries(headings).flatMap(([column, words]) => words.map((word) => [word, column])));

function columnNamed(word: string): Column | undefined {
  const named = byWord.get(word);
  return allColumns.find((column) => column === named);
}

const allColumns: readonly Column[] = ['name', 'first', 'last', 'email', 'number', 'key', 'identifier', 'language', 'outOf'];
