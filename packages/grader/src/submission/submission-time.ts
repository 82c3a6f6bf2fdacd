/** Time that somebody may still use, in milliseconds. */
export class TimeAccount {
  #leftMs: number;

  constructor(ms: number) {
    this.#leftMs = ms;
  }

  /** 0 when it is used up. */
  get leftMs(): number {
    return this.#leftMs;
  }

  spend(ms: number): void {
    this.#leftMs = Math.max(0, this.#leftMs - ms);
  }
}

/** What all exercises of one submission have together, beside what each may use by itself. */
export interface SubmissionTime {
  /** For running its code. */
  readonly running: TimeAccount;
  /** For reading it: the gate, types and lint. This is processor time. */
  readonly reading: TimeAccount;
}

/**
 * The time of one submission. Two exercises can use up all of their own, and the others are still run and read:
 * only who hangs nearly everywhere reaches these limits.
 */
export function timeOfOneSubmission(): SubmissionTime {
  return { running: new TimeAccount(50_000), reading: new TimeAccount(15_000) };
}
