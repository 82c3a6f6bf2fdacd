import type { Provenance } from '../../src/verdict/result.ts';

/** What a grade was made with that nobody made. */
export const provenance: Provenance = {
  course: 'teatime',
  courseHash: '0'.repeat(64),
  grader: '0.1.0',
  seed: 7,
  sandbox: 'bubblewrap',
  gradedAt: '2026-03-01T16:05:00.000Z',
};
