/** A suite as its author knows it: from the root of the course, with forward slashes. */
export function shownSuite(exercise: string): string {
  return `packages/grader/suites/${exercise}.suite.ts`;
}

/** The suite of the hidden checks, likewise. */
export function shownHiddenSuite(exercise: string): string {
  return `packages/grader/suites/${exercise}.hidden.suite.ts`;
}
