import type ts from 'typescript';

/**
 * A parsed file as if no comment in it had told the compiler anything: what a grade says about types is not for the graded
 * file to switch off, and no file beside it is its to read. It goes by what the compiler understood and not by the text,
 * since there are more ways to write `@ts-nocheck` than one would think; every line and column stays.
 */
export function withoutPragmas(file: ts.SourceFile): ts.SourceFile {
  return Object.assign(file, inert, { parseDiagnostics: parseDiagnosticsOf(file).filter(({ code }) => !aboutPragmas.has(code)) });
}

/** What the compiler's parser writes down of comments. */
const inert = {
  /** `@ts-ignore` and `@ts-expect-error`, wherever they stand. */
  commentDirectives: undefined,
  /** `@ts-nocheck` and `@ts-check`. */
  checkJsDirective: undefined,
  /** `@jsx` and its like, which name modules; all the others, too. */
  pragmas: new Map(),
  /** `/// <reference … />`. */
  referencedFiles: [],
  typeReferenceDirectives: [],
  libReferenceDirectives: [],
  hasNoDefaultLib: false,
  /** `/// <amd-… />`. */
  amdDependencies: [],
  moduleName: undefined,
};

/** Of a directive that makes no sense: its syntax, its resolution mode, a second name of a module. */
const aboutPragmas: ReadonlySet<number> = new Set([1084, 1453, 2458]);

/** The compiler keeps them on the file, and does not tell in its types. */
function parseDiagnosticsOf(file: ts.SourceFile & { readonly parseDiagnostics?: readonly ts.Diagnostic[] }): readonly ts.Diagnostic[] {
  return file.parseDiagnostics ?? [];
}
