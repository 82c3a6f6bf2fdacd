import type { Edition } from './edition.ts';
import type { Text } from '../messages/text.ts';

/** A course as `course.json` and its exercises' manifests describe it. */
export interface Course {
  readonly id: string;
  readonly title: Text;
  /** As BCP 47 writes them; English is one of them. */
  readonly languages: readonly string[];
  /** In a student edition: which one it is. */
  readonly edition?: Edition | undefined;
  /** In the order in which students meet them. */
  readonly exercises: readonly Exercise[];
  /** The exercises by parts, in the same order; absent where the course has no parts. */
  readonly parts?: readonly Part[] | undefined;
  /** The story at its end. */
  readonly finale?: Finale | undefined;
  /** Whether it is an exam: no hints, no solutions, and students are told which check failed, not why. */
  readonly exam?: boolean | undefined;
}

/** A story that is told with the answers to several exercises. It lies where exercises lie, and is none. */
export interface Finale {
  readonly id: string;
  readonly title: Text;
  /** Whose answers it is told with. */
  readonly exercises: readonly string[];
  /** The page that whoever has passed everything reads next, from the root of the course; its translations lie below `docs/`, by language. */
  readonly readOn?: string | undefined;
}

/** Some of the exercises, one after another. */
export interface Part {
  readonly title: Text;
  /** Their ids. */
  readonly exercises: readonly string[];
}

/** One exercise as its `exercise.json` describes it. */
export interface Exercise {
  readonly id: string;
  readonly title: Text;
  readonly summary: Text;
  /** What a student hands in. The first file is the module that the suite imports. */
  readonly files: readonly string[];
  /** The names that the first file exports. */
  readonly exports: readonly string[];
  /** The modules that the files may import besides each other. */
  readonly imports: readonly string[];
  readonly restrictions: readonly Restriction[];
  readonly hints: readonly Hint[];
  readonly checks: readonly Check[];
  /** The share of the points that passes it, above 0; every check has to pass where it is 1 or absent. */
  readonly passAt?: number | undefined;
  /** In a student edition: what of it is decided only where the answers are handed in to. */
  readonly atHandIn?: AtHandIn | undefined;
}

/** What is decided only where answers are handed in to: students know how many checks that are, and what they are worth. */
export interface AtHandIn {
  readonly checks: number;
  readonly points: number;
}

/** A step towards the answer. */
export interface Hint extends Text {
  /** The checks that it helps with, by their ids; a hint without any is one for all. */
  readonly checks?: readonly string[] | undefined;
}

/** Members of a global that an exercise asks its students to do without. */
export interface Restriction {
  readonly global: string;
  readonly members: readonly string[];
  readonly message: Text;
}

/** One thing that is checked, and what it is worth. */
export interface Check {
  readonly id: string;
  readonly kind: 'suite' | 'lint' | 'types';
  readonly points: number;
  /** Students neither have it nor know its title; its code is in the hidden suite. Absent for an open one. */
  readonly hidden?: true | undefined;
  readonly title: Text;
  /** Why it matters. */
  readonly why: Text;
}

/** A part, and its place in the course, from 1. */
export interface NumberedPart extends Part {
  readonly number: number;
}

/** The parts of a course that some of its exercises are in, with those only. */
export function partsWith({ parts = [] }: Pick<Course, 'parts'>, exercises: readonly { readonly id: string }[]): readonly NumberedPart[] {
  return parts
    .map((part, index) => ({ ...part, number: index + 1, exercises: part.exercises.filter((id) => exercises.some((exercise) => exercise.id === id)) }))
    .filter((part) => part.exercises.length > 0);
}

/** The story at the end, where it can be told with these exercises. */
export function finaleWith<T extends Pick<Finale, 'exercises'>>(finale: T | undefined, ids: readonly string[]): T | undefined {
  return finale?.exercises.every((id) => ids.includes(id)) === true ? finale : undefined;
}

/** The most that an exercise gives, with what is decided only when it is handed in. */
export function maxPoints({ checks, atHandIn }: Exercise): number {
  return checks.reduce((sum, check) => sum + check.points, atHandIn?.points ?? 0);
}

export function hiddenChecks({ checks }: Exercise): readonly Check[] {
  return checks.filter(({ hidden }) => hidden);
}

export function hiddenPoints(exercise: Exercise): number {
  return hiddenChecks(exercise).reduce((sum, { points }) => sum + points, 0);
}

/** The full names of what a restriction is about: `Promise.all`. */
export function restrictedNames({ global, members }: Restriction): readonly string[] {
  return members.map((member) => `${global}.${member}`);
}
