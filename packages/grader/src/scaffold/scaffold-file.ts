/** A file of a new exercise. */
export interface ScaffoldFile {
  /** Which folder of the course it lies in. */
  readonly part: 'exercises' | 'solutions' | 'suites';
  /** From there, with forward slashes. */
  readonly name: string;
  readonly text: string;
}
