export type FileProblemReason =
  | 'link'
  | 'hard-link'
  | 'not-a-file'
  | 'not-a-folder'
  | 'too-large'
  /** It was put elsewhere, or something else in its place, between a look and the next. */
  | 'moved';

/** What stands in the place of a file or a folder is nothing to work with. What else fails is an error of the system. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly reason: FileProblemReason;
  readonly path: string;

  constructor(reason: FileProblemReason, path: string) {
    super(`${path}: ${reason}`);
    this.reason = reason;
    this.path = path;
  }
}
