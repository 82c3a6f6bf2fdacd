import type { Text } from '../messages/text.ts';
import type { TimeAccount } from '../submission/submission-time.ts';
import type { SubmittedExercise } from '../submission/submitted-exercise.ts';
import type { SuiteMistake } from '../verdict/evidence.ts';
import type { Finding } from '../verdict/finding.ts';

/** What ran when an exercise's suite met a submission. The verdict compares it with what the course declares. */
export interface SuiteRun {
  readonly exercise: string;
  /** One finding for every test that ran, in the order of the run; unknown and duplicate ids stand as they came. */
  readonly findings: readonly Finding[];
  /** The check that must fail: anything but `failed` means that the run proves nothing. */
  readonly canary: 'failed' | 'passed' | 'missing';
  /** Set when the suite itself could not run, through no fault of the submission. */
  readonly trouble?: Text;
  /** Mistakes of checks themselves, each once. */
  readonly mistakes: readonly SuiteMistake[];
  readonly output: readonly string[];
  /** What the submission called although its exercise forbids it: `Promise.all`. */
  readonly used: readonly string[];
  readonly durationMs: number;
  /** Real milliseconds that the submission's code had. */
  readonly studentMs: number;
}

/** A run of suites: many submissions, one after another or side by side, in one place that stays warm. */
export interface Judge extends AsyncDisposable {
  /** Runs the hidden suite of the exercise against the submission. Never throws for what a submission does. */
  judge(submission: SubmittedExercise, options?: JudgeOptions): Promise<SuiteRun>;
  /** Suites, or what they import beside them, were saved: the next run is to read them anew. */
  suitesChanged(): void;
}

export interface JudgeOptions {
  /** How often every check runs, in shuffled order from the second time on; 1 when not given. `check-course` uses it. */
  readonly repeat?: number;
  /** Which checks run again from the second round on; all when not given. */
  readonly repeated?: readonly string[];
  /** Which checks run at all; all when not given. */
  readonly only?: readonly string[];
  /** What the random inputs come from, a 32-bit whole number: round `n` of a repeated run has this seed and `n` more. A new one when not given. */
  readonly seed?: number;
  /**
   * Whether it may meet the suite in a process that another answer to the exercise has left. It saves most of what a short
   * suite costs, and is for answers that trust each other.
   */
  readonly inCompany?: boolean;
  /** Time that the submission's other exercises use too; without end when not given. */
  readonly time?: TimeAccount;
}
