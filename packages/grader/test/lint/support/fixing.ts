import * as parser from '@typescript-eslint/parser';
import { TSESLint } from '@typescript-eslint/utils';
import ts from 'typescript';
import { teatime } from '../../../src/lint/plugin.ts';

/** What all programs share, parsed once. */
const libraries = new Map<string, ts.SourceFile>();

/** A program of modules that exist in memory only, at paths inside of the grader's package. */
export function programOf(sources: ReadonlyMap<string, string>): ts.Program {
  const options: ts.CompilerOptions = {
    allowImportingTsExtensions: true,
    lib: ['lib.es2024.d.ts'],
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
    noUnusedLocals: true,
    skipLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ES2024,
    types: ['node'],
  };
  const disk = ts.createCompilerHost(options, true);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => sources.has(path) || disk.fileExists(path),
    readFile: (path) => sources.get(path) ?? disk.readFile(path),
    getSourceFile: (path, version) => {
      const source = sources.get(path);
      if (source !== undefined) return ts.createSourceFile(path, source, version, true);
      const file = libraries.get(path) ?? disk.getSourceFile(path, version);
      if (file !== undefined) libraries.set(path, file);
      return file;
    },
  };
  return ts.createProgram({ rootNames: [...sources.keys()], options, host });
}

/** What TypeScript has against the modules. */
export function typeErrors(sources: ReadonlyMap<string, string>): readonly string[] {
  const program = programOf(sources);
  return [...sources.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    const diagnostics = file === undefined ? [] : [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return diagnostics.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
}

/** The source with everything done to it that the rule fixes or suggests, one thing at a time, until nothing is left. */
export function remedied(path: string, source: string): string {
  const linter = new TSESLint.Linter({ configType: 'flat' });
  let text = source;
  for (;;) {
    const program = programOf(new Map([[path, text]]));
    const config: TSESLint.FlatConfig.Config = {
      files: ['**/*.ts'],
      languageOptions: { parser, parserOptions: { programs: [program] } },
      plugins: { teatime },
      rules: { 'teatime/no-blocking-call': 'error' },
    };
    const [remedy] = linter
      .verify(text, [config], { filename: path })
      .flatMap(({ fix, suggestions }) => [...(fix === undefined ? [] : [fix]), ...(suggestions ?? []).map((one) => one.fix)]);
    if (remedy === undefined) return text;
    text = text.slice(0, remedy.range[0]) + remedy.text + text.slice(remedy.range[1]);
  }
}
