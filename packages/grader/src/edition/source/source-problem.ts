/**
 * Why a source gives no edition. `nothing`: there is no such file, folder or address; `no-edition`: what it holds is none;
 * `damaged`: a file of it is missing or not as it was released; `link`, `strange-path`, `too-large`: an archive with what no
 * edition has; `no-archive`: neither .tgz nor .zip, or broken; `no-git`; `clone`: git could not get it.
 */
export type SourceTrouble = 'nothing' | 'no-edition' | 'damaged' | 'link' | 'strange-path' | 'too-large' | 'no-archive' | 'no-git' | 'clone';

/** What was named as the source of an update cannot be one. */
export class SourceProblem extends Error {
  override readonly name = 'SourceProblem';
  readonly trouble: SourceTrouble;
  /** The file in question, or what git said. */
  readonly detail: string;

  constructor(trouble: SourceTrouble, detail = '', options?: ErrorOptions) {
    super(`${trouble} ${detail}`, options);
    this.trouble = trouble;
    this.detail = detail;
  }
}
