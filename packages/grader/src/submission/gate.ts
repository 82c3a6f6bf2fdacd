import { join } from 'node:path';
import { hiddenChecks, restrictedNames } from '../course/course.ts';
import type { Exercise } from '../course/course.ts';
import type { Cause } from '../verdict/cause.ts';
import type { Finding } from '../verdict/finding.ts';
import { isNothing } from '../verdict/problem-reason.ts';
import type { ProblemReason } from '../verdict/problem-reason.ts';
import { collectFiles } from './collect.ts';
import type { CollectedFile } from './collect.ts';
import { findFolder } from './find-folder.ts';
import type { Search } from './find-folder.ts';
import type { Refusal } from './refusal.ts';
import { SourceReader } from './source-reader.ts';
import { SubmissionProblem } from './submission-problem.ts';
import type { TimeAccount } from './submission-time.ts';
import type { SubmittedExercise, SubmittedFile } from './submitted-exercise.ts';

/** What the gate lets through, or why it does not. */
export type Admission =
  | { readonly admitted: true; readonly submission: SubmittedExercise }
  | { readonly admitted: false; readonly refusal: Finding };

/** What became of looking for an answer. */
export interface Taken {
  readonly exercise: Exercise;
  /** Where the answer lies, or should lie. */
  readonly folder: string;
  /** What was read there; nothing when not all of it could be. */
  readonly files: readonly CollectedFile[];
  readonly admission: Admission;
}

export interface TakingOptions {
  readonly search?: Search;
  readonly time?: TimeAccount | undefined;
}

/**
 * Looks for the answer to an exercise in a folder of answers, collects it, and checks it at the gate. Never throws for
 * what a submission holds.
 *
 * @param options.time what reading the files of one submission may take together
 */
export async function takeSubmission(exercise: Exercise, from: string, { search = 'handed-in', time }: TakingOptions = {}): Promise<Taken> {
  let folder = join(from, exercise.id);
  try {
    folder = findFolder(exercise, from, search);
    const files = collectFiles(exercise, folder, search);
    return { exercise, folder, files, admission: await admit(exercise, files, time) };
  } catch (error) {
    if (!(error instanceof SubmissionProblem)) throw error;
    const { reason, text } = error;
    return { exercise, folder, files: [], admission: refused({ cause: causeOf(reason), reason, message: text }) };
  }
}

function causeOf(reason: ProblemReason): Cause {
  return isNothing(reason) ? 'missing' : 'refused';
}

/** Starts with the first file. */
const reader = new SourceReader();

/** Checks collected files: TypeScript that only needs its types stripped, and no imports but the allowed ones. */
export async function admit(exercise: Exercise, files: readonly CollectedFile[], time?: TimeAccount): Promise<Admission> {
  const submitted: SubmittedFile[] = [];
  for (const { name, source } of files) {
    const others = exercise.files.filter((other) => other !== name).map((other) => `./${other}`);
    const code = await reader.read({ name, source, allowedImports: [...exercise.imports, ...others] }, time);
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

function refused(refusal: Omit<Refusal, 'location'> & Partial<Refusal> & { readonly reason?: ProblemReason }): Admission {
  return { admitted: false, refusal: { id: 'gate', kind: 'gate', status: 'error', ...refusal } };
}
