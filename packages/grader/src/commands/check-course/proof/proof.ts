import type { Matrix } from './matrix.ts';
import type { Breach } from '../breach/breach.ts';

/** What became of the promises of one exercise. */
export interface ExerciseProof {
  readonly id: string;
  readonly breaches: readonly Breach[];
  /** What of it is still as it was generated: no breach, and not to be handed out. */
  readonly leftovers: readonly string[];
  /** How many answers were graded for it. */
  readonly right: number;
  readonly wrong: number;
  /** Which answer met which check how; undefined where none was judged. */
  readonly matrix?: Matrix;
  /** Whether its `exercise.json` is missing or no JSON: then nothing about it could be tried. */
  readonly unreadable: boolean;
  /** Whether it is under construction, and was passed over. */
  readonly draft: boolean;
}

const untried = { breaches: [], leftovers: [], right: 0, wrong: 0, unreadable: false, draft: false } as const;

/** Of an exercise of which no answer was judged. */
export function unjudgedProof(id: string, breaches: readonly Breach[]): ExerciseProof {
  return { ...untried, id, breaches };
}

/** Of an exercise under construction: it promises nothing yet. */
export function draftProof(id: string): ExerciseProof {
  return { ...untried, id, draft: true };
}
