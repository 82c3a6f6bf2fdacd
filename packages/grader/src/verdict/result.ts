import type { TimelineEvent } from '@teatime/core';
import type { AtHandIn } from '../course/course.ts';
import type { Cause } from './cause.ts';
import type { ProblemReason } from './problem-reason.ts';

/**
 * The result of a grade, as `--json` writes it and every reporter reads it.
 * `docs/public/result.schema.json` describes it for readers outside of this project.
 */
export type GradeResult = CompleteGrade | IncompleteGrade;

interface Grade extends Provenance {
  readonly version: 1;
  /** The parts of the course that have been graded, at least in part; absent where it has none. */
  readonly parts?: readonly GradedPart[];
  /** With what is decided when the answers are handed in. */
  readonly maxPoints: number;
  /** The sum over the exercises; absent where everything is decided. */
  readonly atHandIn?: AtHandIn;
  readonly exercises: readonly ExerciseResult[];
}

export interface CompleteGrade extends Grade {
  /** Whether every exercise is passed; see there. */
  readonly passed: boolean;
  readonly points: number;
}

/** A grade in which something is in doubt. It has no points, so that nobody can record them. */
export interface IncompleteGrade extends Grade {
  /** The exercises that could not be judged, by their ids. */
  readonly unjudged: readonly string[];
}

export interface GradedPart {
  /** Its place in the course, from 1. */
  readonly number: number;
  readonly title: string;
  /** The exercises of it that were graded, by their ids. */
  readonly exercises: readonly string[];
}

/** What a grade was made with: the same again gives the same grade. */
export interface Provenance {
  /** The id of the course. */
  readonly course: string;
  /** SHA-256 of what the course asks and checks. */
  readonly courseHash: string;
  /** The student edition of it that it was made in; absent in the instructor's course. */
  readonly edition?: EditionName;
  /** The version of the grader. */
  readonly grader: string;
  /** What the random inputs of the suites came from. */
  readonly seed: number;
  readonly sandbox: SandboxName;
  /** When it was made, as ISO 8601 in UTC. */
  readonly gradedAt: string;
}

/** Which student edition of a course. */
export interface EditionName {
  readonly id: string;
  /** What the instructor called it. */
  readonly name?: string;
}

export type SandboxName = 'bubblewrap' | 'node-permission' | 'none';

export type ExerciseResult = JudgedExercise | UnjudgedExercise;

interface Exercise {
  readonly id: string;
  readonly title: string;
  /** With what is decided when the answer is handed in. */
  readonly maxPoints: number;
  /** In a student edition: the checks that are not there, and what of `maxPoints` they are worth. Absent where there are none. */
  readonly atHandIn?: AtHandIn;
  readonly durationMs: number;
  /** False while the files are as they were handed out. */
  readonly begun?: false;
  /** What was read of the answer, in the order of the manifest; absent where not all of it could be. */
  readonly files?: readonly FileTaken[];
  /** What the submission printed, line by line: capped, and without control characters. */
  readonly output: readonly string[];
}

export interface JudgedExercise extends Exercise {
  /** `passed` says nothing of what is decided when it is handed in. */
  readonly status: Status;
  readonly points: number;
  /** So many pass it; absent where every check has to pass. */
  readonly pointsToPass?: number;
  /** Why no answer could be taken; absent where one was. */
  readonly reason?: ProblemReason;
  /** Why the exercise as a whole is an error, where none of its checks could say so. */
  readonly message?: string;
  readonly checks: readonly CheckResult[];
}

/** Of one check at least nobody can say how it would have ended, and that is not the answer's fault. */
export interface UnjudgedExercise extends Exercise {
  readonly status: 'unjudged';
  /** `busy`: others had the processor, also when it was tried again alone. */
  readonly reason: 'busy';
  readonly message: string;
  readonly checks: readonly UnscoredCheck[];
}

/** A file of an answer, as it was read. */
export interface FileTaken {
  /** The name that the exercise declares. */
  readonly name: string;
  /** Where it lay in the folder of answers, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
}

/** `failed`: it ran and was wrong. `error`: it could not run. `skipped` carries its reason as the message. */
export type Status = 'passed' | 'failed' | 'error' | 'skipped';

export type CheckKind = 'suite' | 'lint' | 'types' | 'gate';

export interface CheckResult extends UnscoredCheck {
  readonly points: number;
}

export interface UnscoredCheck {
  readonly id: string;
  readonly kind: CheckKind;
  readonly status: Status;
  /** Why it is not passed; absent exactly when it is. */
  readonly cause?: Cause;
  readonly maxPoints: number;
  /** Set where students are not given the check. */
  readonly hidden?: true;
  readonly title: string;
  /** What happened. */
  readonly message?: string;
  /** Why it matters, as the author of the exercise put it. */
  readonly hint?: string;
  readonly location?: Location;
  readonly timeline?: TimelinePair;
  /** What of the exercise's output was printed while this check ran; absent when nothing was. */
  readonly output?: readonly string[];
}

/** A place in a student's file. Lines and columns count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The line as it stands in the file, each tab as one space. */
  readonly text?: string;
}

/** What should have happened beside what happened. */
export interface TimelinePair {
  readonly expected: readonly TimelineEvent[];
  readonly actual: readonly TimelineEvent[];
}
