import { join } from 'node:path';
import { maxPoints } from '../../course/course.ts';
import type { Course, Exercise } from '../../course/course.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { languages } from '../../messages/text.ts';
import type { Language } from '../../messages/text.ts';
import { htmlReport } from '../../report/html/html-report.ts';
import { forStudent } from '../../verdict/for-student.ts';
import type { GradeResult } from '../../verdict/result.ts';
import type { ClassRow } from '../outcome.ts';
import { gradebookColumns, gradebookRow } from './gradebook.ts';
import { importTable } from './import-table.ts';
import type { Importer } from './import-table.ts';
import { TableFile } from './table-file.ts';

export interface BookOptions {
  /** The folder that everything is written to, absolute. */
  readonly out: string;
  readonly course: Pick<Course, 'title'>;
  /** Those that are graded. */
  readonly exercises: readonly Exercise[];
  /** Of whoever teaches; students are written to in their own where the roster knows it. */
  readonly language: Language;
  /** Whose gradebook gets a table of its own beside `gradebook.csv`: `gradebook-canvas.csv`, `gradebook-moodle.csv`. */
  readonly gradebook?: Importer | undefined;
  /** By exercise what nobody has of another: the stub, the solution and other right answers. */
  readonly common: ReadonlyMap<string, readonly string[]>;
  /** The answer of a hand-in once more, to be shown beside another one. */
  readonly sourceOf: (handInId: string, exercise: string) => Promise<string | undefined>;
}

/** Everything that is written of a class. It takes row after row and keeps of each only what the class as a whole is told of. */
export class Book {
  readonly #options: BookOptions;
  readonly #tables: readonly TableFile[];
  readonly #addTo: (row: ClassRow) => void;

  constructor(options: BookOptions) {
    const { out, course, exercises, language, gradebook } = options;
    this.#options = options;
    const own = new TableFile(join(out, 'gradebook.csv'), gradebookColumns(exercises));
    if (gradebook === undefined) {
      this.#tables = [own];
      this.#addTo = (row) => own.add(gradebookRow(row, language));
      return;
    }
    const most = exercises.reduce((sum, exercise) => sum + maxPoints(exercise), 0);
    const { columns, first, rowOf } = importTable(gradebook, { title: course.title[language], maxPoints: most });
    const others = new TableFile(join(out, `gradebook-${gradebook}.csv`), columns, first);
    this.#tables = [own, others];
    this.#addTo = (row) => {
      own.add(gradebookRow(row, language));
      others.add(rowOf(row));
    };
  }

  /**
   * The next of the class.
   *
   * @param sources its answers by the ids of the exercises; see `sourcesOf`
   * @throws {FileProblem} when something cannot be written
   */
  add(row: ClassRow, sources: ReadonlyMap<string, string>): void {
    this.#addTo(row);
    if (row.outcome.state === 'graded') this.#giveBack(row, row.outcome.result);
    void sources;
  }

  /** Writes what is told of the class as a whole. @throws {FileProblem} when something cannot be written */
  async close(): Promise<void> {
    for (const table of this.#tables) table.write();
    await Promise.resolve();
  }

  #giveBack({ handIn: { id, student } }: ClassRow, result: GradeResult): void {
    const { out, course } = this.#options;
    const language = languages.find((one) => one === student.language) ?? this.#options.language;
    const page = htmlReport(forStudent(result, language), { language, courseTitle: course.title[language] });
    replaceFile(join(out, 'feedback', `${id}.html`), page, { make: true });
  }
}

/** The answers of a hand-in by the ids of the exercises: the text of each one's files, as far as they were taken. */
export function sourcesOf(result: GradeResult, files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  const sources = result.exercises.map(({ id, files: taken = [] }) => {
    const texts = taken.flatMap(({ path }) => files.get(path) ?? []).map((bytes) => decoder.decode(bytes));
    return [id, texts.join('\n')] as const;
  });
  return new Map(sources.filter(([, source]) => source !== ''));
}
