/** One exercise of a submission, after the gate: exactly the declared files, as text. */
export interface SubmittedExercise {
  readonly exercise: string;
  /** The first file is the module that the suite imports. */
  readonly files: readonly SubmittedFile[];
  /** The names that the suite uses from the first file. */
  readonly exports: readonly string[];
  /** Modules that the files may import besides each other. */
  readonly imports: readonly string[];
  /** Whether there are hidden checks, in a suite of their own. */
  readonly hasHidden?: boolean;
  /** Members of globals that it has to do without: `Promise.all`. */
  readonly forbidden?: readonly string[];
}

export interface SubmittedFile {
  /** As declared in `exercise.json`, with forward slashes: `gather.ts`. */
  readonly name: string;
  /** What the student wrote. */
  readonly source: string;
  /** The same with the types blanked out: lines and columns are those of `source`. */
  readonly code: string;
}
