import { globSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import type { SourceCode } from 'eslint';
import n from 'eslint-plugin-n';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { teatime } from '../src/lint/plugin.ts';

/*
 * What `no-blocking-call` costs a file, beside eslint-plugin-n's `no-sync` and typescript-eslint's `no-floating-promises`:
 * on the built sources of this project's own dependencies, and on TypeScript (zod's sources and this project's own).
 * Prints microseconds a file: the mean, and the median, over the files in which no-blocking-call has nothing to report.
 * With types every rule gets a fresh program, so that none finds the types warm that another one asked for.
 *
 *     node bench/no-blocking-call.ts            measure
 *     node bench/no-blocking-call.ts --reports  list what no-blocking-call finds there instead
 */

const root = fileURLToPath(new URL('../../../', import.meta.url));

const rules = {
  'teatime/no-blocking-call': {},
  'n/no-sync': { allowAtRootLevel: true },
  'ts/no-floating-promises': {},
};

type Rule = keyof typeof rules;

const corpora = {
  'JavaScript, as installed': installed(
    ['vitest', '@vitest/*', 'eslint', '@eslint/*', 'turbo', 'typescript-eslint', '@typescript-eslint/*', 'vite'],
    '{js,cjs,mjs}',
  ),
  TypeScript: [
    ...installed(['zod'], 'ts').filter((file) => file.includes('/src/') && !file.includes('/tests/')),
    ...globSync('packages/{core,grader}/src/**/*.ts', { cwd: root }),
  ],
};

/** The files of packages in the store, each package once. */
function installed(packages: readonly string[], extension: string): readonly string[] {
  const files = packages.flatMap((name) =>
    globSync(`node_modules/.pnpm/${name.replace('/', '+')}@*/node_modules/${name}/**/*.${extension}`, { cwd: root }),
  );
  // A package's own files, and none so large that it is a bundle of many.
  return files.filter(
    (file) => file.split('/node_modules/').length === 2 && !file.endsWith('.d.ts') && statSync(root + file).size < 400_000,
  );
}

interface Outcome {
  readonly file: string;
  readonly micros: number;
  readonly reports: readonly Linter.LintMessage[];
}

const shown: Linter.Config = { ignores: ['!**/node_modules/'] };

function configOf(rule: Rule | undefined, program: ts.Program | undefined): Linter.Config {
  return {
    files: ['**'],
    languageOptions: { parser: tseslint.parser, parserOptions: program === undefined ? {} : { programs: [program] } },
    linterOptions: { noInlineConfig: true },
    plugins: { teatime, n, ts: tseslint.plugin },
    rules: rule === undefined ? {} : { [rule]: ['error', rules[rule]] },
  };
}

/** What the rule adds to a walk through each file, parsed before: processor time, so that other programs do not count. */
function lint(files: readonly string[], rule: Rule, program: ts.Program | undefined): readonly Outcome[] {
  const linter = new Linter({ cwd: root });
  const bare = configOf(undefined, program);
  const ruled = configOf(rule, program);
  return files.flatMap((file) => {
    const filename = root + file;
    const parsed = linter.verify(readFileSync(filename, 'utf8'), [shown, bare], filename);
    if (parsed.some(({ fatal }) => fatal === true)) return [];
    const code = linter.getSourceCode();
    const run = (config: Linter.Config): Timed => timed(() => messagesFor(linter, code, [shown, config], filename));
    const walks = [run(bare), run(bare), run(bare)];
    // With types the first time is the one that counts: the second finds every type known.
    const runs = program === undefined ? [run(ruled), run(ruled), run(ruled)] : [run(ruled)];
    const reports = runs[0]?.messages.filter(({ ruleId }) => ruleId === rule) ?? [];
    return [{ file, micros: Math.max(0, least(runs) - least(walks)), reports }];
  });
}

interface Timed {
  readonly micros: number;
  readonly messages: readonly Linter.LintMessage[];
}

function timed(work: () => readonly Linter.LintMessage[]): Timed {
  const before = process.threadCpuUsage();
  const messages = work();
  const { user, system } = process.threadCpuUsage(before);
  return { micros: user + system, messages };
}

function least(runs: readonly Timed[]): number {
  return Math.min(...runs.map(({ micros }) => micros));
}

/** Messages, or none for a rule that throws: `no-sync` does in TypeScript that has no type information. */
function messagesFor(
  linter: Linter,
  code: SourceCode,
  configs: Linter.Config[],
  filename: string,
): readonly Linter.LintMessage[] {
  try {
    return linter.verify(code, configs, filename);
  } catch {
    return [];
  }
}

function programOf(files: readonly string[]): ts.Program {
  return ts.createProgram({
    rootNames: files.map((file) => root + file),
    options: {
      allowImportingTsExtensions: true,
      allowJs: true,
      module: ts.ModuleKind.NodeNext,
      noEmit: true,
      skipLibCheck: true,
      strict: true,
      target: ts.ScriptTarget.ES2024,
      types: ['node'],
    },
  });
}

function measure(files: readonly string[], isTyped: boolean): void {
  const contestants = Object.keys(rules).filter((rule): rule is Rule => isTyped || !rule.startsWith('ts/'));
  const outcomes = new Map(contestants.map((rule) => [rule, lint(files, rule, isTyped ? programOf(files) : undefined)]));
  const quiet = new Set(
    outcomes.get('teatime/no-blocking-call')?.flatMap(({ file, reports }) => (reports.length === 0 ? [file] : [])),
  );
  for (const [rule, all] of outcomes) {
    const micros = all.flatMap((outcome) => (quiet.has(outcome.file) ? [outcome.micros] : [])).toSorted((a, b) => a - b);
    const mean = micros.reduce((sum, one) => sum + one, 0) / micros.length;
    const median = micros[Math.floor(micros.length / 2)] ?? NaN;
    const worst = micros.at(-1) ?? NaN;
    console.log(
      `  ${rule.padEnd(26)} mean ${mean.toFixed(0).padStart(6)}   median ${median.toFixed(0).padStart(6)}   worst ${worst.toFixed(0).padStart(8)}   ${micros.length} files`,
    );
  }
}

function listReports(files: readonly string[]): void {
  const untyped = lint(files, 'teatime/no-blocking-call', undefined);
  const typed = lint(files, 'teatime/no-blocking-call', programOf(files));
  const places = new Map<string, string>();
  for (const { file, reports } of [...untyped, ...typed]) {
    for (const { line, column, message } of reports) places.set(`${file}:${line}:${column}`, message);
  }
  for (const [place, message] of [...places].toSorted()) console.log(`${place}\n    ${message}`);
  console.log(`${places.size} reports in ${untyped.length} files`);
}

for (const [name, files] of Object.entries(corpora)) {
  if (process.argv.includes('--reports')) {
    if (name !== 'TypeScript') listReports(files);
    continue;
  }
  for (const isTyped of [false, true]) {
    console.log(`${name}, ${isTyped ? 'with' : 'without'} types, microseconds a file:`);
    measure(files, isTyped);
  }
}
