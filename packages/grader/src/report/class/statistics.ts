/** What is told of a class: counts, and who a person should think of. */
export interface ClassStatistics {
  readonly students: number;
  /** Those that have points. */
  readonly graded: number;
  readonly passed: number;
  /** How many have so many points, from the fewest. */
  readonly distribution: readonly Bin[];
  readonly exercises: readonly ExerciseStatistics[];
  readonly late: readonly Mention[];
  readonly missing: readonly Mention[];
  /** What could not be graded, or not as it should be. */
  readonly toLookAt: readonly Mention[];
  /** All of the class. */
  readonly roll: readonly StudentPoints[];
  readonly alike: readonly Pair[];
  /** Pairs that are not shown. */
  readonly moreAlike: number;
}

/** The points of a student; undefined where none can be recorded. */
export interface StudentPoints {
  readonly student: string;
  readonly points: number | undefined;
  /** In the order of the exercises. */
  readonly exercises: readonly (number | undefined)[];
  /** Where the student's feedback lies, from where the page does. */
  readonly feedback?: string;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** A student, and what is to be said. */
export interface Mention {
  readonly student: string;
  readonly text: string;
}

export interface ExerciseStatistics {
  readonly id: string;
  readonly title: string;
  /** How many answers were judged; those that were not handed in count as well, once anything was. */
  readonly judged: number;
  readonly passed: number;
  readonly checks: readonly CheckStatistics[];
}

export interface CheckStatistics {
  readonly title: string;
  readonly hidden: boolean;
  readonly failed: number;
  /** What most of those that failed were told. */
  readonly commonest?: { readonly message: string; readonly times: number };
}

/** Two answers that are strikingly alike. */
export interface Pair {
  readonly exercise: string;
  /** How much of what the smaller has of its own is in the other as well, up to 1. */
  readonly share: number;
  readonly answers: readonly [Answer, Answer];
}

export interface Answer {
  readonly student: string;
  readonly source: string;
}
