const ofRealWork = 'Web Crypto works on other threads in real time, and the clock of the page does not wait for it yet, as the student process does.';
const ofProcessorTime = 'What is computed on the one thread is told by its processor time, which no page can ask for.';

/** Answers about which the page and the judge say something else, and why that has to be so. */
export const differences: Readonly<Record<string, string>> = {
  'packages/solutions/as-completed/wrong/listens-only-while-asked.ts':
    'Both sides share one queue of microtasks: a promise that was settled before tells so in the same turn, and over the wire one turn later. The verdict is the same, the names that came before differ.',
  'packages/solutions/blocking/wrong/hashes-by-hand.ts': ofProcessorTime,
  'packages/solutions/blocking/wrong/hashes-by-hand-in-slices.ts': ofProcessorTime,
  'packages/solutions/blocking/wrong/watches-the-clock.edit':
    'The verdict and the line are the same; of how long nobody else could run the page says another number of milliseconds. Why is not found yet.',
  'packages/solutions/blocking/wrong/web-crypto.ts': ofRealWork,
  'packages/solutions/blocking/wrong/web-crypto-of-a-module.ts': ofRealWork,
};
