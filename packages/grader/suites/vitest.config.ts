import { defineConfig } from 'vitest/config';
import { plainPlugin } from './plain/plain-plugin.ts';

/**
 * The suites in plain mode, without the judge. ANSWER names the answer, relative to packages/solutions:
 * `gather/also/with-then.ts`; without it, every suite meets its solution.
 */
const answer = process.env['ANSWER'];
const [exercise = '*'] = answer?.split('/') ?? [];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [plainPlugin(answer)],
  test: {
    include: [`${exercise}.suite.ts`],
    server: { deps: { external: [/\/packages\/(?:core|grader)\/src\//] } },
  },
});
