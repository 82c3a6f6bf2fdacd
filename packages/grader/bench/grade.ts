import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCourse } from '../src/course/read-course.ts';
import { cli, inTurns, median, node, noSandbox, plainVitest, root, show } from './peers.ts';

/*
 * What a grade costs: `teatime grade` over the solutions, with lint, types and the sandbox, and without bubblewrap, against
 *   - a plain `vitest run` of the same suites with the same answers in the suites' own process;
 *   - the plain tools that do the same work, one after another: `vitest run`, `tsc --noEmit`, `eslint` with types.
 * Prints medians in milliseconds of real time, and ratios.
 *
 * node bench/grade.ts [rounds]
 */

const rounds = Number(process.argv[2] ?? 5);

// The solutions by themselves, in the package whose dependencies they have.
const tools = mkdtempSync(join(root, 'packages/solutions/.bench-'));
process.on('exit', () => rmSync(tools, { recursive: true, force: true }));
const { exercises } = await readCourse(root);
const files = exercises.map(({ id }) => join(root, 'packages/solutions', id, `${id}.ts`));
writeFileSync(join(tools, 'tsconfig.json'), JSON.stringify({ extends: '../tsconfig.json', files, include: [] }));
writeFileSync(join(tools, 'eslint.config.js'), `
  import { teatime } from '@teatime/grader/eslint';
  import tseslint from 'typescript-eslint';
  export default [{ files: ['**'], languageOptions: { parser: tseslint.parser, parserOptions: { project: ${JSON.stringify(join(tools, 'tsconfig.json'))} } },
    plugins: { teatime }, rules: { 'teatime/no-blocking-call': 'error' } }];
`);

const vitest = (): void => node([...plainVitest, '--run']);
const grade = [cli, 'grade', '--from', 'packages/solutions'];
const [plain, all, graded, gradedWithout] = ['vitest run, plain', 'vitest run, tsc, eslint', 'teatime grade', 'teatime grade, no bubblewrap'];
const times = inTurns(rounds, {
  [plain]: vitest,
  [all]: () => {
    vitest();
    node(['node_modules/typescript/bin/tsc', '--noEmit', '-p', join(tools, 'tsconfig.json')]);
    node(['node_modules/eslint/bin/eslint.js', '--config', join(tools, 'eslint.config.js'), ...files]);
  },
  [graded]: () => node(grade),
  [gradedWithout]: () => node(grade, noSandbox),
});

const medianOf = (name: string): number => median(times.get(name) ?? []);
for (const name of times.keys()) show(name, medianOf(name), 'ms');
for (const name of [graded, gradedWithout]) {
  show(`${name} / plain vitest`, medianOf(name) / medianOf(plain));
  show(`${name} / plain tools`, medianOf(name) / medianOf(all));
}
