import { hiddenChecks, restrictedNames } from '../course/course.ts';
import type { Exercise } from '../course/course.ts';
import type { Finding } from '../verdict/finding.ts';
import type { ProblemReason } from '../verdict/problem-reason.ts';
import type { CollectedFile } from './collect.ts';
import type { SourceToRead } from './read-source.ts';
import type { Refusal } from './refusal.ts';
import type { SubmittedExercise, SubmittedFile } from './submitted-exercise.ts';

/** What the gate lets through, or why it does not. */
export type Admission =
  | { readonly admitted: true; readonly submission: SubmittedExercise }
  | { readonly admitted: false; readonly refusal: Finding };

/**
 * Checks files at the gate: TypeScript that only needs its types stripped, and no imports but the allowed ones.
 *
 * @param read gives the code of a file without its types, or what is against the file
 */
export async function admission(exercise: Exercise, files: readonly CollectedFile[], read: (file: SourceToRead) => Promise<string | Refusal>): Promise<Admission> {
  const submitted: SubmittedFile[] = [];
  for (const { name, source } of files) {
    const others = exercise.files.filter((other) => other !== name).map((other) => `./${other}`);
    const code = await read({ name, source, allowedImports: [...exercise.imports, ...others] });
    if (typeof code !== 'string') return refused(code);
    submitted.push({ name, source, code });
  }
  const { id, exports, imports } = exercise;
  const hasHidden = hiddenChecks(exercise).length > 0;
  return { admitted: true, submission: { exercise: id, files: submitted, exports, imports, hasHidden, forbidden: forbiddenMembers(exercise) } };
}

/** What an exercise restricts, each by its full name: `Promise.all`. */
export function forbiddenMembers({ restrictions }: Exercise): readonly string[] {
  return restrictions.flatMap(restrictedNames);
}

export function refused(refusal: Omit<Refusal, 'location'> & Partial<Refusal> & { readonly reason?: ProblemReason }): Admission {
  return { admitted: false, refusal: { id: 'gate', kind: 'gate', status: 'error', ...refusal } };
}
