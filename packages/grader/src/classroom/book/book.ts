import { join } from 'node:path';
import { maxPoints } from '../../course/course.ts';
import type { Course, Exercise } from '../../course/course.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { classWords } from '../../messages/class-page.ts';
import { languages } from '../../messages/text.ts';
import type { Language } from '../../messages/text.ts';
import { classPage } from '../../report/class/class-page.ts';
import type { Answer, Pair } from '../../report/class/statistics.ts';
import { htmlReport } from '../../report/html/html-report.ts';
import type { Row } from '../../report/spreadsheet.ts';
import { forStudent } from '../../verdict/for-student.ts';
import { inExam } from '../../verdict/in-exam.ts';
import type { GradeResult } from '../../verdict/result.ts';
import { Likenesses } from '../alike/likenesses.ts';
import type { Likeness } from '../alike/likenesses.ts';
import type { HandIn } from '../hand-in.ts';
import type { ClassRow, Outcome } from '../outcome.ts';
import { feedbackFile } from './feedback-file.ts';
import { gradebookColumns, gradebookRow } from './gradebook.ts';
import { importTable } from './import-table.ts';
import type { Importer } from './import-table.ts';
import { minuteOf } from './minute-of.ts';
import { TableFile } from './table-file.ts';
import { Tally } from './tally.ts';

export interface BookOptions {
  /** The folder that everything is written to, absolute. */
  readonly out: string;
  readonly course: Pick<Course, 'title' | 'exam'>;
  /** Those that are graded. */
  readonly exercises: readonly Exercise[];
  /** Of whoever teaches; students are written to in their own where the roster knows it. */
  readonly language: Language;
  /** Whose gradebook gets a table of its own beside `gradebook.csv`: `gradebook-canvas.csv`, `gradebook-moodle.csv`. */
  readonly gradebook?: Importer | undefined;
  /** By exercise what nobody has of another: the stub, the solution and other right answers. */
  readonly common: ReadonlyMap<string, readonly string[]>;
  /** What a student is called in this class. */
  readonly labelOf: (handIn: HandIn) => string;
  /** The answer of a hand-in once more, to be shown beside another one. */
  readonly sourceOf: (handInId: string, exercise: string) => Promise<string | undefined>;
}

/** Everything that is written of a class. It takes row after row and keeps of each only what the class as a whole is told of. */
export class Book {
  readonly #options: BookOptions;
  readonly #tables: { readonly file: TableFile; readonly rowOf: (row: ClassRow) => Row | undefined }[];
  readonly #tally: Tally;
  readonly #likenesses: ReadonlyMap<string, Likenesses>;
  /** Of those that were graded, by the ids of their hand-ins; of a group, all by the id of the first. */
  readonly #names = new Map<string, string[]>();
  /** By what lies in the class's folder, the first hand-in that it is: a group's is one for each of its students, and like itself. */
  readonly #firstOf = new Map<string, string>();

  constructor(options: BookOptions) {
    const { out, course, exercises, language, gradebook } = options;
    this.#options = options;
    this.#tally = new Tally(exercises, language);
    this.#likenesses = new Map(exercises.map(({ id }) => [id, new Likenesses(id, options.common.get(id) ?? [])]));
    const own = new TableFile(join(out, 'gradebook.csv'), gradebookColumns(exercises));
    this.#tables = [{ file: own, rowOf: (row) => gradebookRow(row, language) }];
    if (gradebook === undefined) return;
    const most = exercises.reduce((sum, exercise) => sum + maxPoints(exercise), 0);
    const table = importTable(gradebook, { title: course.title[language], maxPoints: most });
    const others = new TableFile(join(out, `gradebook-${gradebook}.csv`), table.columns, table.first);
    this.#tables.push({ file: others, rowOf: (row) => table.rowOf(row) });
  }

  /**
   * The next of the class.
   *
   * @param sources its answers by the ids of the exercises; see `sourcesOf`
   * @throws {FileProblem} when something cannot be written
   */
  add(row: ClassRow, sources: ReadonlyMap<string, string>): void {
    for (const { file, rowOf } of this.#tables) {
      const line = rowOf(row);
      if (line !== undefined) file.add(line);
    }
    const label = this.#options.labelOf(row.handIn);
    this.#tally.add(row, label, `feedback/${feedbackFile(row.handIn, this.#options.gradebook)}`);
    if (row.outcome.state !== 'graded') return;
    this.#giveBack(row.handIn, row.outcome);
    const { id } = row.handIn;
    const place = JSON.stringify(row.handIn.sources);
    const first = this.#firstOf.get(place) ?? id;
    this.#firstOf.set(place, first);
    this.#names.set(first, [...(this.#names.get(first) ?? []), label]);
    if (first !== id) return;
    for (const [exercise, source] of sources) this.#likenesses.get(exercise)?.add(id, source);
  }

  /** Writes what is told of the class as a whole. @throws {FileProblem} when something cannot be written */
  async close(): Promise<void> {
    for (const { file } of this.#tables) file.write();
    const { out, course, language } = this.#options;
    const likenesses = [...this.#likenesses.values()].flatMap((one) => one.find()).toSorted((a, b) => b.share - a.share || b.shared - a.shared);
    const alike: Pair[] = [];
    for (const likeness of likenesses.slice(0, mostPairs)) alike.push(await this.#pairOf(likeness));
    const statistics = { ...this.#tally.statistics(), alike, moreAlike: likenesses.length - alike.length };
    replaceFile(join(out, 'class.html'), classPage(statistics, { language, courseTitle: course.title[language] }), { make: true });
  }

  async #pairOf({ exercise, share, pair: [one, other] }: Likeness): Promise<Pair> {
    return { exercise, share, answers: [await this.#answerOf(one, exercise), await this.#answerOf(other, exercise)] };
  }

  async #answerOf(id: string, exercise: string): Promise<Answer> {
    const names = new Intl.ListFormat(this.#options.language).format(this.#names.get(id) ?? [id]);
    return { student: names, source: (await this.#options.sourceOf(id, exercise)) ?? '' };
  }

  #giveBack(handIn: HandIn, { result, also }: Extract<Outcome, { state: 'graded' }>): void {
    const { out, course, gradebook } = this.#options;
    const { student } = handIn;
    const own = also === undefined ? undefined : languages.find((one) => one === student.language);
    const language = own ?? this.#options.language;
    const whole = also ?? result;
    const told = course.exam === true ? { ...whole, exercises: whole.exercises.map(inExam) } : whole;
    const page = htmlReport(forStudent(told, language), { language, courseTitle: course.title[language], handedInBy: handedInBy(handIn, language) });
    replaceFile(join(out, 'feedback', feedbackFile(handIn, gradebook)), page, { make: true });
  }
}

/** Who handed in, and when where that is known. */
function handedInBy({ student: { name }, handedInAt, late }: HandIn, language: Language): string {
  const words = classWords[language];
  return [name, ...(handedInAt === undefined ? [] : [words.at(minuteOf(handedInAt))]), ...(late === true ? [words.tooLate] : [])].join(' · ');
}

/** More nobody reads; what is left out is counted. */
const mostPairs = 40;

/** The answers of a hand-in by the ids of the exercises: the text of each one's files, as far as they were taken. */
export function sourcesOf(result: GradeResult, files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  const sources = result.exercises.map(({ id, files: taken = [] }) => {
    const texts = taken.flatMap(({ path }) => files.get(path) ?? []).map((bytes) => decoder.decode(bytes));
    return [id, texts.join('\n')] as const;
  });
  return new Map(sources.filter(([, source]) => source !== ''));
}
