import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { collectFiles } from '../../src/submission/collect.ts';
import { findFolder } from '../../src/submission/find-folder.ts';
import { SubmissionProblem } from '../../src/submission/submission-problem.ts';
import { gatherExercise } from '../support/manifests.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { sampleOf } from '../support/thorough.ts';

const exercise = gatherExercise();
const handedIn = 'export const gather = "handed in";\n';
const solution = 'export const gather = "the solution";\n';

/** What is swapped, and for what. */
const swaps: readonly [place: string, decoy: (path: string, solutions: string) => void][] = [
  ['theirs', (path, solutions) => symlinkSync(solutions, path)],
  ['theirs/gather', (path, solutions) => symlinkSync(join(solutions, 'gather'), path)],
  ['theirs/gather/gather.ts', (path, solutions) => symlinkSync(join(solutions, 'gather/gather.ts'), path)],
  ['theirs/gather/gather.ts', (path) => execFileSync('mkfifo', [path])],
  ['theirs/gather/gather.ts', (path) => mkdirSync(path)],
];

test.runIf(process.platform === 'linux').each(sampleOf(swaps, 3))('Whoever swaps %s while it is read gets no solution read (%#)', async (place, decoy) => {
  await using inbox = await temporaryFolder({ 'theirs/gather/gather.ts': handedIn, 'solutions/gather/gather.ts': solution });
  decoy(join(inbox.path, 'decoy'), join(inbox.path, 'solutions'));
  const enough = new Int32Array(new SharedArrayBuffer(4));
  const swapper = new Worker(new URL('../support/swapping-thread.ts', import.meta.url), {
    workerData: { place: join(inbox.path, place), decoy: join(inbox.path, 'decoy'), enough },
  });
  const over = once(swapper, 'exit');
  const outcomes: string[] = [];
  // Until both have met, however busy the machine is.
  while (outcomes.length < 2000 || new Set(outcomes).size === 1) outcomes.push(outcomeIn(join(inbox.path, 'theirs')));
  Atomics.store(enough, 0, 1);
  await over;
  expect(outcomes.filter((outcome) => outcome.includes('solution'))).toEqual([]);
});

/** What was read, or why nothing was. */
function outcomeIn(from: string): string {
  try {
    return collectFiles(exercise, findFolder(exercise, from)).map(({ source }) => source).join();
  } catch (error) {
    if (error instanceof SubmissionProblem) return error.reason;
    throw error;
  }
}
