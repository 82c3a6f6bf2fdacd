/** A student as the roster knows them. */
export interface Person {
  readonly name: string;
  /** What systems call them: user names, Canvas's id. */
  readonly keys: readonly string[];
  readonly number?: string;
  readonly email?: string;
  /** As BCP 47 writes it. */
  readonly language?: string;
  /** The most that the assignment gives, where it is a grading worksheet. */
  readonly outOf?: number;
}
