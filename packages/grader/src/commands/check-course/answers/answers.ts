import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exercise } from '../../../course/course.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import { collectFiles } from '../../../submission/collect.ts';
import type { CollectedFile } from '../../../submission/collect.ts';
import { readPlainFile } from '../../../submission/read-plain-file.ts';

export type AnswerRole = 'stub' | 'solution' | 'also' | 'wrong';

/** An answer of the course's own, with a known grade. */
export interface CourseAnswer {
  readonly role: AnswerRole;
  /** From the root of the course, with forward slashes. */
  readonly path: string;
  readonly files: readonly CollectedFile[];
}

/**
 * Everything that the course itself answers to an exercise. A file in `also/` or `wrong/` stands in the place of the
 * solution's first file; the others are the solution's.
 *
 * @throws {SubmissionProblem} when a file cannot be read
 */
export async function courseAnswers(exercise: Exercise, layout: CourseLayout): Promise<readonly CourseAnswer[]> {
  const { id } = exercise;
  const [main = `${id}.ts`] = exercise.files;
  const stub = collectFiles(exercise, join(layout.exercises, id), 'own');
  const solution = collectFiles(exercise, join(layout.solutions, id), 'own');
  const variants = async (role: 'also' | 'wrong'): Promise<readonly CourseAnswer[]> => {
    const folder = join(layout.solutions, id, role);
    const answers: CourseAnswer[] = [];
    for (const name of await typeScriptFiles(folder)) {
      const source = readPlainFile(join(folder, name), `${role}/${name}`);
      const files = solution.map((file) => (file.name === main ? { name: main, source } : file));
      answers.push({ role, path: `packages/solutions/${id}/${role}/${name}`, files });
    }
    return answers;
  };
  return [
    { role: 'stub', path: `packages/exercises/${id}/${main}`, files: stub },
    { role: 'solution', path: `packages/solutions/${id}/${main}`, files: solution },
    ...(await variants('also')),
    ...(await variants('wrong')),
  ];
}

/** The checks that the first line of a wrong answer names: `// fails: input-order, empty`. */
export function declaredFailures({ files }: CourseAnswer): readonly string[] | undefined {
  const line = /^\/\/ fails: *(.+?) *$/m.exec(files[0]?.source.split('\n', 1)[0] ?? '');
  return line?.[1]?.split(/ *, */);
}

/** The names of the modules in a folder, in order; none when there is no such folder. */
async function typeScriptFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.ts')).toSorted();
}
