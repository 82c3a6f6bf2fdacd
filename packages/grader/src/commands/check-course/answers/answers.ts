import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exercise } from '../../../course/course.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import { editTexts } from '../../../messages/edits.ts';
import type { Text } from '../../../messages/text.ts';
import { collectFiles } from '../../../submission/collect.ts';
import type { CollectedFile } from '../../../submission/collect.ts';
import { readPlainFile } from '../../../submission/read-plain-file.ts';
import { applyEdit, EditProblem } from './edit.ts';

export type AnswerRole = 'stub' | 'solution' | 'also' | 'wrong';

/** An answer of the course's own, with a known grade. */
export interface CourseAnswer {
  readonly role: AnswerRole;
  /** From the root of the course, with forward slashes. */
  readonly path: string;
  readonly files: readonly CollectedFile[];
  /** Of an edit of the solution: for each line of the module that it makes, the line of the edit that it comes from. */
  readonly origins?: readonly (number | undefined)[];
}

/** An edit of the solution that makes no answer of it. */
export interface BrokenEdit {
  readonly path: string;
  readonly details: Text;
  /** The checks that it is to fail. */
  readonly declared: readonly string[];
}

export interface CourseAnswers {
  readonly answers: readonly CourseAnswer[];
  readonly broken: readonly BrokenEdit[];
}

/**
 * Everything that the course itself answers to an exercise. A file in `also/` or `wrong/` stands in the place of the
 * solution's first file; the others are the solution's. In `wrong/` it may also be an edit of that file.
 *
 * @throws {SubmissionProblem} when a file cannot be read
 */
export async function courseAnswers(exercise: Exercise, layout: CourseLayout): Promise<CourseAnswers> {
  const { id } = exercise;
  const [main = `${id}.ts`] = exercise.files;
  const stub = collectFiles(exercise, join(layout.exercises, id), 'own');
  const solution = collectFiles(exercise, join(layout.solutions, id), 'own');
  const place = `packages/solutions/${id}`;
  const variants = async (role: 'also' | 'wrong', endings: readonly string[]): Promise<readonly Variant[]> => {
    const folder = join(layout.solutions, id, role);
    const names = await namesIn(folder, endings);
    return names.map((name) => ({ role, path: `${place}/${role}/${name}`, source: readPlainFile(join(folder, name), `${role}/${name}`) }));
  };
  const text = solution.find(({ name }) => name === main)?.source ?? '';
  const made = [...(await variants('also', ['.ts'])), ...(await variants('wrong', ['.ts', '.edit']))].map(({ role, path, source }): CourseAnswer | BrokenEdit => {
    try {
      const { origins, source: module } = isEdit(path) ? applyEdit({ path, text: source }, { path: `${place}/${main}`, text }) : { source, origins: undefined };
      const files = solution.map((file) => (file.name === main ? { name: main, source: module } : file));
      return { role, path, files, ...(origins && { origins }) };
    } catch (error) {
      if (!(error instanceof EditProblem)) throw error;
      return { path, details: error.text, declared: failuresIn(source) ?? [] };
    }
  });
  const answers = made.filter((one): one is CourseAnswer => 'files' in one);
  return {
    answers: [
      { role: 'stub', path: `packages/exercises/${id}/${main}`, files: stub },
      { role: 'solution', path: `${place}/${main}`, files: solution },
      ...answers,
    ],
    broken: [...made.filter((one): one is BrokenEdit => 'details' in one), ...namesakes(answers)],
  };
}

interface Variant {
  readonly role: 'also' | 'wrong';
  readonly path: string;
  readonly source: string;
}

export function isEdit(path: string): boolean {
  return path.endsWith('.edit');
}

/** An edit and a module of one name. */
function namesakes(answers: readonly { readonly path: string }[]): readonly BrokenEdit[] {
  return answers.flatMap(({ path }) => {
    const module = path.replace(/\.edit$/, '.ts');
    const isTwice = isEdit(path) && answers.some((other) => other.path === module);
    return isTwice ? [{ path, details: editTexts.both(path, module), declared: [] }] : [];
  });
}

/** The checks that the first line of a wrong answer names: `// fails: input-order, empty`. */
export function declaredFailures({ files }: CourseAnswer): readonly string[] | undefined {
  return failuresIn(files[0]?.source ?? '');
}

/** The same of the text of an answer, or of an edit. */
export function failuresIn(source: string): readonly string[] | undefined {
  const line = /^\/\/ fails: *(.+?) *$/m.exec(source.split(/\r?\n/, 1)[0] ?? '');
  return line?.[1]?.split(/ *, */);
}

/** The names of the answers in a folder, in order; none when there is no such folder. */
async function namesIn(folder: string, endings: readonly string[]): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => endings.some((ending) => name.endsWith(ending))).toSorted();
}
