/**
 * Why a check was not passed, for programs: its message says the same to people. Every check that is not passed has one.
 */
export const causes = [
  /** The code ran, and was wrong. */
  'wrong',
  /** It threw, or rejected, where an answer was expected. */
  'threw',
  /** A rejection that nobody handled, or an error out of a timer's callback. */
  'unhandled',
  /** It waits for something that can never happen. */
  'deadlock',
  /** It left a timer running. */
  'leak',
  /** It did not come back: a loop that does not end. */
  'hang',
  /** It ended the program. */
  'exit',
  /** It used up its memory. */
  'memory',
  /** Too many calls, timers, lines of output, messages. */
  'flood',
  /** It used up the processor time of the check, of the exercise, or of the submission. */
  'time',
  /** The file cannot be loaded. */
  'load',
  /** A file or an export is not there. */
  'missing',
  'syntax',
  /** What the gate does not take, what is restricted, a value that cannot be looked at. */
  'refused',
  /** Not tried, because of something before it. */
  'not-run',
  /** No verdict: the machine was too busy for one. */
  'unjudged',
] as const;

export type Cause = (typeof causes)[number];
