/** Real milliseconds, and counts, that a submission may use. Honest code stays far below all of them. */
export const budget = {
  /** Without a sign of life within one turn: an endless loop. */
  silentMs: 1000,
  /** The same once a submission has hung before: it is known to, and every check wants its turn. */
  silentAgainMs: 300,
  /** How much longer the watchdog may take to find the place of a loop. */
  findMs: 250,
  /** One turn, however busy. */
  turnMs: 5000,
  /** Loading the file. */
  loadMs: 1200,
  /** Starting the process; the grader's own affair. */
  startMs: 10_000,
  /** Work in real time that a promise may still wait for. */
  nudgeMs: 2000,
  /** All turns of one exercise. */
  totalMs: 20_000,
  timers: 20_000,
  /** How often its timers may go off within one check. */
  timersFired: 5000,
  framesPerTurn: 200_000,
  unhandled: 50,
  references: 300_000,
} as const;
