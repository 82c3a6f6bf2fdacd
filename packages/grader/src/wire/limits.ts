/** What one frame may hold. Beyond it the submission, not the grader, is at fault. */
export const limits = {
  frameBytes: 8 * 2 ** 20,
  depth: 64,
  /** Looking at a value takes the suite's side time that nobody counts; no suite works with more than some hundred parts. */
  nodes: 20_000,
  textLength: 2 ** 20,
  bigintDigits: 4000,
  members: 80,
  /** Members of all stand-ins together: each costs the other side some memory. */
  allMembers: 100_000,
  args: 10_000,
  exports: 1000,
} as const;
