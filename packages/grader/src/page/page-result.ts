import { hiddenChecks } from '../course/course.ts';
import type { Exercise } from '../course/course.ts';
import type { Edit, SourceProblem } from '../lint/problems.ts';
import { sentenceIn } from '../messages/sentence-in.ts';
import { expectedChecks, isOfSource } from '../verdict/checks.ts';
import type { Evidence } from '../verdict/evidence.ts';
import { exerciseResult } from '../verdict/exercise-result.ts';
import { quoteSource } from '../verdict/quote-source.ts';
import type { SourceFile } from '../verdict/quote-source.ts';
import type { CheckKind, ExerciseResult, Location } from '../verdict/result.ts';

/** What a page knows of an answer. */
export interface PageResult {
  /** As `pnpm grade` makes it, without the checks that were not made here. */
  readonly result: ExerciseResult;
  /** Those checks, and those that passed here but look for more than a page can see: they are decided when the source has been read, or the answer is handed in. */
  readonly notHere: readonly NotHere[];
  /** Everything that was found by reading the source, by its place; what a check says of it stands in the result. */
  readonly problems: readonly PageProblem[];
}

export interface NotHere {
  readonly id: string;
  readonly kind: CheckKind;
  readonly title: string;
}

export interface PageProblem {
  /** The id of the check that fails by it. */
  readonly check: string;
  readonly message: string;
  readonly location: Location;
  /** Just behind it, in the same file. */
  readonly end: Pick<Location, 'line' | 'column'>;
  /** What could be written instead, the best first; without `what` it goes without saying. */
  readonly remedies: readonly { readonly what?: string; readonly edit: Edit }[];
}

/** What there is besides the evidence. */
export interface Besides {
  readonly problems?: readonly SourceProblem[];
  /** The ids of checks that passed, and look for more than a page can see. */
  readonly unmeasured?: readonly string[];
}

/** @param exercise as a student knows it: what of it is hidden stands in `atHandIn` */
export function pageResult(exercise: Exercise, files: readonly SourceFile[], evidence: Evidence, language: string, { problems = [], unmeasured = [] }: Besides = {}): PageResult {
  if (hiddenChecks(exercise).length > 0) throw new Error('a page is not given what is hidden');
  const isUnread = !('refusal' in evidence) && evidence.lint === undefined;
  const left = expectedChecks(exercise).filter((check) => (isUnread && isOfSource(check)) || unmeasured.includes(check.id));
  return {
    result: exerciseResult(exercise, quoteSource(evidence, files), language),
    notHere: left.map(({ id, kind, title }) => ({ id, kind, title: sentenceIn(title, language) })),
    problems: problems.map((problem) => problemIn(problem, language)),
  };
}

function problemIn({ message, remedies, ...problem }: SourceProblem, language: string): PageProblem {
  return {
    ...problem,
    message: sentenceIn(message, language),
    remedies: remedies.map(({ what, edit }) => ({ ...(what && { what: sentenceIn(what, language) }), edit })),
  };
}
