import { errorCode } from '../messages/error-code.ts';

/**
 * Why a file or a folder cannot be used. The code is the system's, such as `ENOENT`, or one of these: `link`; `hard-link`, one
 * file under two names; `not-a-file`; `not-a-folder`; `too-large`; `moved`, it was put elsewhere between a look and the next.
 */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly code: string;
  /** Where it is. */
  readonly path: string;

  constructor(code: string, path: string) {
    super(`${path}: ${code}`);
    this.code = code;
    this.path = path;
  }

  /** What was thrown while something was done with the file of this path: a folder above it may be what is wrong. */
  static from(error: unknown, path: string): FileProblem {
    return error instanceof FileProblem ? error : new FileProblem(errorCode(error), path);
  }
}
