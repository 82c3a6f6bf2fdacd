import { join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import type { Cause } from '../verdict/cause.ts';
import { isNothing } from '../verdict/problem-reason.ts';
import type { ProblemReason } from '../verdict/problem-reason.ts';
import { admission, refused } from './admission.ts';
import type { Admission } from './admission.ts';
import { collectFiles } from './collect.ts';
import type { CollectedFile } from './collect.ts';
import { findFolder } from './find-folder.ts';
import type { Search } from './find-folder.ts';
import { SourceReader } from './source-reader.ts';
import { SubmissionProblem } from './submission-problem.ts';
import type { TimeAccount } from './submission-time.ts';

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

/** Checks collected files; see `admission`. */
export async function admit(exercise: Exercise, files: readonly CollectedFile[], time?: TimeAccount): Promise<Admission> {
  return await admission(exercise, files, (file) => reader.read(file, time));
}
