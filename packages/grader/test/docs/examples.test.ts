import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { repository } from '../support/repository.ts';

/*
 * Whoever reads the reference and the guides copies their examples: each export has one, and all of them compile.
 */

const grader = join(repository, 'packages/grader');
const { config } = ts.readConfigFile(join(grader, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, grader);

const core = { name: '@teatime/core', entry: join(repository, 'packages/core/src/index.ts') };
const kit = { name: '@teatime/grader/kit', entry: join(grader, 'src/judge/kit/index.ts') };

/** What the examples of the kit take as given, beside all exports of core and of the kit: functions of a submission, a check. */
const givenToSuites = `
  declare function gather(items: readonly Awaitable<unknown>[]): Promise<unknown[]>;
  declare function makeTea(boilWater: () => Coroutine<unknown>, listenToMusic: () => Coroutine<unknown>): Promise<unknown>;
  declare const lab: Lab;
  declare const says: { readonly neverEnds: Text; late(at?: number): Text; blocks(ms: number): Text; other(value: unknown): Text };
  declare function readRecipe(path: string): Promise<string>;
  declare function acquire(): Promise<void>;
`;

/** Pieces of a suite, in pages; those of whole files are compiled where they are proven. */
const pages = ['docs/guide/kit.md', 'docs/guide/authoring.md', 'docs/zh-CN/guide/kit.md', 'docs/zh-CN/guide/authoring.md'];

interface Documented {
  readonly name: string;
  readonly isType: boolean;
  readonly summary: string;
  readonly examples: readonly string[];
}

const sources = ts.createProgram({ rootNames: [core.entry, kit.entry], options });
const ofCore = exportsOf(core.entry);
const ofKit = exportsOf(kit.entry);

describe.each([
  [core.name, ofCore],
  [kit.name, ofKit],
])('%s', (_, documented) => {
  test.each(documented.map((one) => [one.name, one] as const))('%s has a docstring, with an example', (_name, { summary, examples }) => {
    expect(summary).not.toBe('');
    expect(examples).not.toEqual([]);
  });
});

test('Every example compiles, in docstrings and in the guides', () => {
  const importOfCore = importing(core.name, ofCore);
  const inSuites = `${importOfCore}${importing(kit.name, ofKit)}${givenToSuites}`;
  const modules = new Map([...modulesOf('core', ofCore, importOfCore), ...modulesOf('kit', ofKit, inSuites), ...pages.flatMap((page) => piecesOf(page, inSuites))]);
  expect(modules.size).toBeGreaterThan(ofCore.length + ofKit.length);
  expect(mistakesIn(modules)).toEqual([]);
});

test('An example that does not compile is found', () => {
  const path = join(grader, 'test/docs/wrong-example.ts');
  expect(mistakesIn(new Map([[path, `${importing(core.name, ofCore)}await sleep('3 s');`]]))).toEqual([
    expect.stringContaining("not assignable to parameter of type 'number'"),
  ]);
});

function exportsOf(entry: string): readonly Documented[] {
  const checker = sources.getTypeChecker();
  const file = sources.getSourceFile(entry);
  const symbol = file && checker.getSymbolAtLocation(file);
  return (symbol ? checker.getExportsOfModule(symbol) : []).map((exported) => {
    const own = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const tags = own.getJsDocTags(checker).filter(({ name }) => name === 'example');
    return {
      name: exported.name,
      isType: !(own.flags & ts.SymbolFlags.Value),
      summary: ts.displayPartsToString(own.getDocumentationComment(checker)),
      examples: tags.map(({ text }) => ts.displayPartsToString(text)),
    };
  });
}

function importing(from: string, exported: readonly Documented[]): string {
  return `import { ${exported.map(({ name, isType }) => `${isType ? 'type ' : ''}${name}`).join(', ')} } from '${from}';\n`;
}

/** A module an example, where no file is: the compiler finds what it imports as if it lay beside this test. */
function modulesOf(of: string, exported: readonly Documented[], imports: string): readonly (readonly [string, string])[] {
  return exported.flatMap(({ name, examples }) =>
    examples.map((example, i) => [join(grader, `test/docs/${of}-${name}-${i}.ts`), `${imports}${example}\n`] as const),
  );
}

/** The pieces of code of a page that are no whole files; a comment that nobody sees stands before each. */
function piecesOf(page: string, imports: string): readonly (readonly [string, string])[] {
  const text = readFileSync(join(repository, page), 'utf8').replaceAll('\r\n', '\n');
  const pieces = [...text.matchAll(/^<!-- compiled -->\n```ts\n(?<code>[^]*?)^```$/gm)].map(({ groups }) => groups?.['code'] ?? '');
  return pieces.map((code, i) => [join(grader, `test/docs/${page.replaceAll(/\W/g, '-')}-${i}.ts`), `${imports}${code}`]);
}

function mistakesIn(modules: ReadonlyMap<string, string>): readonly string[] {
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  const slashed = (path: string): string => path.replaceAll('\\', '/');
  const texts = new Map([...modules].map(([path, text]) => [slashed(path), text]));
  host.fileExists = (path) => texts.has(slashed(path)) || fileExists(path);
  host.readFile = (path) => texts.get(slashed(path)) ?? readFile(path);
  host.getSourceFile = (path, target, ...more) => {
    const text = texts.get(slashed(path));
    return text === undefined ? getSourceFile(path, target, ...more) : ts.createSourceFile(path, text, target);
  };
  const loose = { ...options, noUnusedLocals: false, noUnusedParameters: false };
  const program = ts.createProgram({ rootNames: [...modules.keys()], options: loose, host, oldProgram: sources });
  return [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${path.split('/').at(-1)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}
