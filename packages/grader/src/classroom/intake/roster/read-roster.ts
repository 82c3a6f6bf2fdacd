import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { archiveFormat } from '../../../files/archive.ts';
import { FileProblem } from '../../../files/file-problem.ts';
import { fileTrouble } from '../../../files/file-trouble.ts';
import { readOrdinaryFile } from '../../../files/read-file.ts';
import { rosterTexts } from '../../../messages/roster.ts';
import { ClassProblem } from '../../class-problem.ts';
import { columnsOf } from './headings.ts';
import type { Column } from './headings.ts';
import type { Person } from './person.ts';

const mostBytes = 20_000_000;

/**
 * The students of a class out of a CSV file: one's own, or as Canvas, Moodle or GitHub Classroom export it.
 *
 * @param path absolute, with no link on the way
 * @throws {ClassProblem}
 */
export function readRoster(path: string): readonly Person[] {
  const name = basename(path);
  const bytes = read(path);
  if (archiveFormat(bytes) !== undefined || Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '\u00D0\u00CF\u0011\u00E0') throw new ClassProblem(rosterTexts.spreadsheet(name));
  const people = parseRoster(decoded(bytes));
  if (people === undefined) throw new ClassProblem(rosterTexts.noColumns(name));
  if (people.length === 0) throw new ClassProblem(rosterTexts.nobody(name));
  return people;
}

function read(path: string): Uint8Array {
  try {
    return readOrdinaryFile(path, mostBytes);
  } catch (error) {
    throw new ClassProblem(rosterTexts.cannotRead(path, fileTrouble(FileProblem.from(error, path))), { cause: error });
  }
}

/** Excel writes UTF-8 with a mark, UTF-16 with one, or what its system always wrote. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** @returns undefined when no column says who a student is */
function parseRoster(text: string): readonly Person[] | undefined {
  // Excel may be told the delimiter by a line of its own.
  const lines = text.replace(/^sep=.\r?\n/i, '');
  const rows = parse(lines, { delimiter: delimiterOf(lines), relax_quotes: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true, trim: true });
  const [heading = [], ...body] = rows;
  const columns = columnsOf(heading);
  if (columns.every((column) => column === undefined || column === 'language' || column === 'outOf')) return undefined;
  return body.flatMap((row) => personOf(row, columns) ?? []);
}

/** The one that the first line has most of. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const [best = ','] = [',', ';', '\t'].toSorted((one, other) => line.split(other).length - line.split(one).length);
  return best;
}

function personOf(row: readonly string[], columns: readonly (Column | undefined)[]): Person | undefined {
  const all = (column: Column): readonly string[] => columns.flatMap((is, index) => (is === column ? [(row[index] ?? '').trim()] : [])).filter((value) => value !== '');
  const [given] = all('identifier');
  // The number in it is that of the student's folder.
  const participant = /^(?:participant|参与者|成员)\s*(\d+)$/iu.exec(given ?? '')?.[1];
  const identifier = participant === undefined ? given : undefined;
  const isEmail = identifier?.includes('@') === true;
  const email = all('email')[0] ?? (isEmail ? identifier : undefined);
  const keys = [...all('key'), ...(participant === undefined ? [] : [participant])];
  const ownName = all('name')[0] ?? joined(all('first'), all('last'));
  // What a class calls its students by at GitHub may be their numbers, or their names.
  const number = all('number')[0] ?? (isEmail || ownName === undefined ? undefined : identifier);
  const name = ownName ?? identifier ?? email ?? number ?? keys[0];
  // Canvas writes into its second row what each column gives, and makes up a student to try things with.
  if (name === undefined || /^(?:points possible|student, test|test student)$/i.test(name)) return undefined;
  const language = languageOf(all('language')[0]);
  const outOf = mostOf(all('outOf')[0]);
  return { name, keys, ...(number !== undefined && { number }), ...(email !== undefined && { email }), ...(language !== undefined && { language }), ...(outOf !== undefined && { outOf }) };
}

/** `100.00`, or `100,00`. */
function mostOf(written = ''): number | undefined {
  const most = Number(written.replace(',', '.'));
  return most > 0 && Number.isFinite(most) ? most : undefined;
}

function joined(first: readonly string[], last: readonly string[]): string | undefined {
  const [given = '', family = ''] = [first[0], last[0]];
  const isChinese = /^\p{Script=Han}+$/u.test(given + family);
  const name = isChinese ? family + given : `${given} ${family}`.trim();
  return name === '' ? undefined : name;
}

const languageWords: Readonly<Record<string, string>> = {
  '中文': 'zh-CN', '汉语': 'zh-CN', '简体中文': 'zh-CN', 'chinese': 'zh-CN', 'zh': 'zh-CN', 'cn': 'zh-CN', '英文': 'en', '英语': 'en', 'english': 'en',
};

/** What is no language is nobody's: their feedback is then in the language of the command. */
function languageOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  try {
    return languageWords[written.toLowerCase()] ?? Intl.getCanonicalLocales(written.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
