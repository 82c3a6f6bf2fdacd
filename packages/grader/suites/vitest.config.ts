import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { anyPath, loadedByNode } from '../src/judge/any-path.ts';
import { plainPlugin } from './plain/plain-plugin.ts';

/**
 * The suites in plain mode, without the judge. ANSWER names the answer, relative to packages/solutions:
 * `gather/also/with-then.ts`; without it, every suite meets its solution.
 */
const answer = process.env['ANSWER'];
const [exercise = '*'] = answer?.split('/') ?? [];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [plainPlugin(answer), anyPath(join(import.meta.dirname, '../..'))],
  test: {
    // As in the judge, functions may call each other only as deep as on the main thread of a process.
    pool: 'forks',
    // Which answer a suite meets is no part of what Vitest remembers a module by: it would meet the last one again.
    fsModuleCache: false,
    // What nobody handled is part of what a check finds.
    dangerouslyIgnoreUnhandledErrors: true,
    include: [`${exercise}.suite.ts`, `${exercise}.hidden.suite.ts`],
    server: { deps: { external: [loadedByNode] } },
  },
});
