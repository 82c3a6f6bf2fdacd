import { globSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
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

function lint(files: readonly string[], rule: Rule, program: ts.Program | undefined): readonly Outcome[] {
  const linter = new Linter({ cwd: root });
  const shown: Linter.Config = { ignores: ['!**/node_modules/'] };
  const config: Linter.Config = {
    files: ['**'],
    languageOptions: { parser: tseslint.parser, parserOptions: program === undefined ? {} : { programs: [program] } },
    linterOptions: { noInlineConfig: true },
    plugins: { teatime, n, ts: tseslint.plugin },
    rules: { [rule]: ['error', rules[rule]] },
  };
  return files.flatMap((file) => {
    const options = { filename: root + file, fix: false, stats: true };
    const messages = messagesFor(linter, readFileSync(options.filename, 'utf8'), [shown, config], options);
    if (messages.some(({ fatal }) => fatal === true)) return [];
    const reports = messages.filter(({ ruleId }) => ruleId === rule);
    const ms = linter.getTimes().passes[0]?.rules?.[rule]?.total ?? 0;
    return [{ file, micros: ms * 1000, reports }];
  });
}

/** Messages, or one fatal one for a rule that throws: `no-sync` does in TypeScript that has no type information. */
function messagesFor(
  linter: Linter,
  source: string,
  configs: Linter.Config[],
  options: Linter.FixOptions,
): readonly Linter.LintMessage[] {
  try {
    return linter.verifyAndFix(source, configs, options).messages;
  } catch (error) {
    return [{ column: 1, fatal: true, line: 1, message: String(error), ruleId: null, severity: 2 }];
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
