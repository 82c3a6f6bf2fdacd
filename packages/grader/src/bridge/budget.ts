/**
 * What a submission may use: milliseconds of processor time where nothing else is said, and counts. Honest code stays far
 * below all of them. How long the same may take in real time on a busy machine stands in machine/standing.ts.
 */
export const budget = {
  /** Without a sign of life within one turn: an endless loop. */
  silentMs: 1000,
  /** All turns of one check. */
  checkMs: 3000,
  /** The two above once a submission had to be ended: it is known to, and every check wants its turn. */
  again: { silentMs: 500, checkMs: 1000 },
  /** Real time that may pass in silence before anybody looks what the process does. */
  glanceMs: 50,
  /** How much longer, in real time, the watchdog may take to find the place of a loop. */
  findMs: 250,
  /** Memory that a turn has taken when it is given more time, to come to the end of it: what loops and drops all takes less. */
  noticeableBytes: 40 * 2 ** 20,
  /** Loading the file. */
  loadMs: 1200,
  /** Starting the process, in real time: the grader's own affair. */
  startMs: 60_000,
  /** Work outside of virtual time that a promise may still wait for. */
  nudgeMs: 2000,
  /** All turns of one exercise, in a run of every check. */
  totalMs: 20_000,
  /**
   * Student processes for one run of every check. A check that ends its process must not cost the next one its own,
   * so there are more than an exercise has checks; what bounds hostile code is the time above.
   */
  starts: 40,
  timers: 20_000,
  /** How often its timers may go off within one check. */
  timersFired: 5000,
  framesPerTurn: 200_000,
  /** Pieces of output within one check. */
  logs: 5000,
  unhandled: 50,
  references: 300_000,
} as const;
