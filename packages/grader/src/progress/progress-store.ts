import { readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CourseLayout } from '../course/layout.ts';
import { FileProblem } from '../files/file-problem.ts';
import { fileTrouble } from '../files/file-trouble.ts';
import { HeldFolder } from '../files/held-folder.ts';
import { replaceFile } from '../files/replace-file.ts';
import { progressTexts } from '../messages/progress.ts';
import type { Text } from '../messages/text.ts';
import { blankRecord, recordSchema } from './record.ts';
import type { ProgressRecord, RecordedGrade } from './record.ts';
import { timeStamp } from './time-stamp.ts';

/**
 * What a student has done so far: a small file for every exercise, in `.teatime/progress`, which no course update
 * touches. Nothing that is wrong with these files stops a command: a damaged one is put aside, one that cannot be
 * written is told of.
 */
export class ProgressStore {
  readonly #folder: string;
  readonly #tell: (trouble: Text) => void;
  #hasTold = false;

  /** @param tell is told, in words for the student, of what could not be read or written */
  constructor({ root }: Pick<CourseLayout, 'root'>, tell: (trouble: Text) => void) {
    this.#folder = join(root, '.teatime', 'progress');
    this.#tell = tell;
  }

  /** What is known of an exercise; nothing yet, when it was never graded. */
  read(exercise: string): ProgressRecord {
    const path = this.#pathOf(exercise);
    const text = textOf(path);
    if (text === undefined) return blankRecord;
    const parsed = recordSchema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    this.#putAside(path, exercise);
    return blankRecord;
  }

  noteGrade(exercise: string, graded: RecordedGrade): void {
    const { passedAt = graded.state === 'passed' ? graded.at : undefined, ...record } = this.read(exercise);
    this.#write(exercise, { ...record, graded, ...(passedAt !== undefined && { passedAt }) });
  }

  /** @param count how many of the exercise's hints the student has seen */
  noteHints(exercise: string, count: number): void {
    const record = this.read(exercise);
    if (count > record.hintsShown) this.#write(exercise, { ...record, hintsShown: count });
  }

  #pathOf(exercise: string): string {
    return join(this.#folder, `${exercise}.json`);
  }

  #write(exercise: string, record: ProgressRecord): void {
    const path = this.#pathOf(exercise);
    try {
      replaceFile(path, `${JSON.stringify(record, null, 2)}\n`, { make: true });
    } catch (error) {
      this.#tellOnce(progressTexts.notSaved(path, fileTrouble(FileProblem.from(error, path))));
    }
  }

  /** Where one file cannot be written, none can. */
  #tellOnce(trouble: Text): void {
    if (!this.#hasTold) this.#tell(trouble);
    this.#hasTold = true;
  }

  #putAside(path: string, exercise: string): void {
    const aside = `${path}.damaged-${timeStamp(new Date())}`;
    try {
      using folder = HeldFolder.open(dirname(path));
      renameSync(folder.at(basename(path)), folder.at(basename(aside)));
      this.#tell(progressTexts.damaged(exercise, aside));
    } catch (error) {
      this.#tellOnce(progressTexts.notSaved(path, fileTrouble(FileProblem.from(error, path))));
    }
  }
}

/** Undefined when there is no such file; nothing at all when there is one that cannot be read. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : '';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
