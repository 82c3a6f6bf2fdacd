const ofProcessorTime = 'What is computed on the one thread is told by its processor time, which no page can ask for.';

/** Answers about which the page and the grader say something else, and why that has to be so. */
export const differences: Readonly<Record<string, string>> = {
  'packages/solutions/as-completed/wrong/listens-only-while-asked.ts':
    'Both sides share one queue of microtasks: a promise that was settled before tells so in the same turn, and over the wire one turn later. The verdict is the same, the names that came before differ.',
  'packages/solutions/blocking/wrong/watches-the-clock.edit':
    'Both sides share one queue of microtasks: whoever never lets it come to its end is heard by the suite meanwhile, and over the wire when the turn is over. The verdict and the line are the same, the milliseconds until then differ.',
  'packages/solutions/blocking/wrong/hashes-by-hand.ts': ofProcessorTime,
  'packages/solutions/blocking/wrong/hashes-by-hand-in-slices.ts': ofProcessorTime,
};
