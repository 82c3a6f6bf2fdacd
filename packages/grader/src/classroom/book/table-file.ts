import { replaceFile } from '../../files/replace-file.ts';
import { moreLines, spreadsheet } from '../../report/spreadsheet.ts';
import type { Row } from '../../report/spreadsheet.ts';

/** A table that is written when it is whole. Of each student one line stays in memory, which is what a name and a few numbers take. */
export class TableFile {
  readonly #path: string;
  readonly #columns: readonly string[];
  readonly #lines: string[];

  constructor(path: string, columns: readonly string[], first: readonly Row[] = []) {
    this.#path = path;
    this.#columns = columns;
    this.#lines = [spreadsheet(columns, first)];
  }

  add(row: Row): void {
    this.#lines.push(moreLines(this.#columns, [row]));
  }

  /** @throws {FileProblem} when it cannot be written */
  write(): void {
    replaceFile(this.#path, this.#lines.join(''), { make: true });
  }
}
