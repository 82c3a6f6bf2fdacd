import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * The suites in plain mode, without the grader: the module under test is loaded right into the suite's process.
 * ANSWER names it, relative to packages/solutions: `gather/also/with-then.ts`; without it, every suite meets its solution.
 */
const solutions = fileURLToPath(new URL('../../solutions/', import.meta.url));
const answer = process.env['ANSWER'];
const exercise = answer?.split('/')[0];

export default defineConfig({
  root: import.meta.dirname,
  test: { include: exercise ? [`${exercise}.suite.ts`] : ['*.suite.ts'] },
  resolve: {
    alias: [{ find: /^@teatime\/exercises\/([\w-]+)$/, replacement: answer ? solutions + answer : `${solutions}$1/$1.ts` }],
  },
});
