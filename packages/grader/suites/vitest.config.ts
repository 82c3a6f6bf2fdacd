import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * The suites in plain mode, without the grader: the module under test is loaded right into the suite's process.
 * ANSWER names it, relative to packages/solutions: `gather/also/with-then.ts`; without it, every suite meets its solution.
 */
const solutions = fileURLToPath(new URL('../../solutions/', import.meta.url));
const answer = process.env['ANSWER'];
const exercise = answer?.split('/')[0];

const packages = fileURLToPath(new URL('../../', import.meta.url));
const simulated = fileURLToPath(new URL('../src/host/modules/', import.meta.url));

/** As in the judge, what an answer imports of Node takes virtual time. Everybody else gets the real modules. */
function simulatedModules(): Plugin {
  return {
    name: 'teatime-simulated-modules',
    enforce: 'pre',
    // In the text, because Node's own modules are never offered to `resolveId`.
    transform(code, id) {
      if (!id.startsWith(`${packages}solutions/`) && !id.startsWith(`${packages}exercises/`)) return undefined;
      const importing = /(?<=from ')node:(fs|fs\/promises|crypto|timers\/promises)(?=')/g;
      return code.replace(importing, (_, name: string) => `${simulated}${name.replace('/', '-')}.ts`);
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [simulatedModules()],
  test: { include: exercise ? [`${exercise}.suite.ts`] : ['*.suite.ts'], setupFiles: ['./plain.setup.ts'] },
  resolve: {
    alias: [{ find: /^@teatime\/exercises\/([\w-]+)$/, replacement: answer ? solutions + answer : `${solutions}$1/$1.ts` }],
  },
});
