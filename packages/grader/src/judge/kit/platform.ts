/** What the kit needs of the platform it runs on: Node, or a worker of a browser. */
export interface Platform {
  /** Whether timers and `Date` of this realm are the suite's, to go by its clock; they are not where the submission shares the realm. */
  readonly ownsGlobals: boolean;
  /** Collects rejections that nobody handles, until the end. */
  watchRejections(): RejectionWatch;
  /** Processor time of the suite's thread, in real milliseconds; only the difference of two says something. */
  workedMs(): number;
}

export interface RejectionWatch {
  /** Lets the platform tell of the latest ones, and gives all. */
  end(): Promise<readonly unknown[]>;
}
