import { hiddenChecks } from '../course/course.ts';
import type { Exercise } from '../course/course.ts';
import { sentenceIn } from '../messages/sentence-in.ts';
import { expectedChecks, isOfSource } from '../verdict/checks.ts';
import type { Evidence } from '../verdict/evidence.ts';
import { exerciseResult } from '../verdict/exercise-result.ts';
import { quoteSource } from '../verdict/quote-source.ts';
import type { SourceFile } from '../verdict/quote-source.ts';
import type { CheckKind, ExerciseResult } from '../verdict/result.ts';

/** What a page knows of an answer. */
export interface PageResult {
  /** As `pnpm grade` makes it, without the checks that were not made here. */
  readonly result: ExerciseResult;
  /** Those checks: they are decided when the answer is handed in. */
  readonly notHere: readonly NotHere[];
}

export interface NotHere {
  readonly id: string;
  readonly kind: CheckKind;
  readonly title: string;
}

/** @param exercise as a student knows it: what of it is hidden stands in `atHandIn` */
export function pageResult(exercise: Exercise, files: readonly SourceFile[], evidence: Evidence, language: string): PageResult {
  if (hiddenChecks(exercise).length > 0) throw new Error('a page is not given what is hidden');
  const left = 'refusal' in evidence || evidence.lint === undefined ? expectedChecks(exercise).filter(isOfSource) : [];
  return {
    result: exerciseResult(exercise, quoteSource(evidence, files), language),
    notHere: left.map(({ id, kind, title }) => ({ id, kind, title: sentenceIn(title, language) })),
  };
}
