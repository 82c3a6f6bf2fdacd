import { z } from 'zod';

const moment = z.iso.datetime();

const grade = z.looseObject({
  state: z.enum(['passed', 'failed']),
  points: z.int().min(0),
  maxPoints: z.int().min(0),
  at: moment,
  content: z.string(),
  failed: z.array(z.string()).optional(),
});

/** What is remembered of an exercise. Keys that a later edition adds are kept. */
export const recordSchema = z.looseObject({
  version: z.literal(1),
  graded: grade.optional(),
  passedAt: moment.optional(),
  hintsShown: z.int().min(0).default(0),
});

export interface ProgressRecord {
  readonly version: 1;
  /** The last grade of the student's own files. */
  readonly graded?: RecordedGrade | undefined;
  /** When it first passed: stays, whatever becomes of the files later. ISO 8601, UTC. */
  readonly passedAt?: string | undefined;
  readonly hintsShown: number;
}

export interface RecordedGrade {
  readonly state: 'passed' | 'failed';
  readonly points: number;
  readonly maxPoints: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The hash of the files that were graded; see `contentHash`. */
  readonly content: string;
  /** The checks that did not pass, by their ids, the most telling first. Notes of earlier editions have none. */
  readonly failed?: readonly string[] | undefined;
}

export const blankRecord: ProgressRecord = { version: 1, hintsShown: 0 };
