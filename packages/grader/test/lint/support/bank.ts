import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { TSESLint } from '@typescript-eslint/utils';
import ts from 'typescript';
import { teatime } from '../../../src/lint/plugin.ts';

const root = join(import.meta.dirname, '../fixtures/bank');

/** A module of the bank, with the lines that it says the rule reports: a line as often as there are reports. */
export interface BankModule {
  readonly name: string;
  readonly path: string;
  readonly source: string;
  readonly withTypes: readonly number[];
  readonly withoutTypes: readonly number[];
}

/** The modules of the bank: `// report` marks a line, `// report with types` one that only types lead to. */
export function bankModules(): readonly BankModule[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:[cm]?[jt]s|jsx)$/.test(name))
    .toSorted()
    .map((name) => {
      const path = join(root, name);
      const source = readFileSync(path, 'utf8');
      return { name: relative(root, path), path, source, ...markedLines(source) };
    });
}

function markedLines(source: string): Pick<BankModule, 'withTypes' | 'withoutTypes'> {
  const marks = source.split('\n').flatMap((line, index) => {
    const [, count = '1', types] = /\/\/ report(?: (\d))?( with types)?$/.exec(line) ?? [];
    const isMarked = line.includes('// report');
    return isMarked ? Array.from({ length: Number(count) }, () => ({ line: index + 1, needsTypes: types !== undefined })) : [];
  });
  return {
    withTypes: marks.map(({ line }) => line),
    withoutTypes: marks.filter(({ needsTypes }) => !needsTypes).map(({ line }) => line),
  };
}

/** A program of all modules of the bank. */
export function bankProgram(modules: readonly BankModule[]): ts.Program {
  return ts.createProgram({
    rootNames: modules.map(({ path }) => path),
    options: {
      allowJs: true,
      allowImportingTsExtensions: true,
      jsx: ts.JsxEmit.Preserve,
      lib: ['lib.esnext.full.d.ts'],
      module: ts.ModuleKind.NodeNext,
      noEmit: true,
      skipLibCheck: true,
      strict: true,
      target: ts.ScriptTarget.ES2024,
      types: ['node'],
    },
  });
}

/** The lines that the rule reports in a module, with the types of a program or without any. */
export function reportedLines(module: BankModule, program: ts.Program | undefined): readonly number[] {
  const linter = new TSESLint.Linter({ configType: 'flat', cwd: root });
  const messages = linter.verify(
    module.source,
    [
      {
        files: ['**/*.{ts,js,cjs,jsx}'],
        languageOptions: {
          parser,
          parserOptions: program === undefined ? { ecmaFeatures: { jsx: module.name.endsWith('x') } } : { programs: [program] },
        },
        plugins: { teatime },
        rules: { 'teatime/no-blocking-call': 'error' },
      },
    ],
    { filename: module.path },
  );
  for (const { fatal, message } of messages) if (fatal === true) throw new SyntaxError(`${module.name}: ${message}`);
  return messages.map(({ line }) => line);
}
