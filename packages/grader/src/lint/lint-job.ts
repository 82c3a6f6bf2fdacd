import type { Finding } from '../verdict/finding.ts';
import type { Unawaited } from '../verdict/unawaited.ts';
import type { Restriction } from '../course/course.ts';
import type { SubmittedExercise } from '../submission/submitted-exercise.ts';

/** One submission to look at without running it. */
export interface LintJob {
  readonly submission: SubmittedExercise;
  /** What the exercise asks its students to do without; with none there is no finding about it. */
  readonly restrictions: readonly Restriction[];
}

/** What can be said about a submission without running it. */
export interface LintReply {
  /** One a check. */
  readonly findings: readonly Finding[];
  readonly unawaited: readonly Unawaited[];
}
