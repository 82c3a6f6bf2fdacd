import ts from 'typescript';
import type { TypeMistake } from '../../messages/type-advice.ts';

/** What TypeScript has to say against a file, with lines and columns from 1. */
export interface TypeProblem extends TypeMistake {
  readonly line: number;
  readonly column: number;
  /** Just behind it. */
  readonly end: { readonly line: number; readonly column: number };
}

export function typeProblemsIn(program: ts.Program, path: string): readonly TypeProblem[] {
  const file = program.getSourceFile(path);
  if (file === undefined) return [];
  const modules = modulesOf(program, file);
  return program
    .getSemanticDiagnostics(file)
    .filter(({ category }) => category === ts.DiagnosticCategory.Error)
    .map(({ code, messageText, relatedInformation = [], start = 0, length = 0 }) => {
      const [{ line, column }, end] = [placeIn(file, start), placeIn(file, start + length)];
      const message = withoutPaths(typeof messageText === 'string' ? messageText : summaryOf(messageText), modules);
      const notes = relatedInformation.map((note) => note.code);
      const problem = { code, message, notes, line, column, end };
      const [here, behind] = [file.text.slice(start, start + length), file.text.slice(start + length)];
      if (cannotFindName.has(code)) return { ...problem, unknownName: here, isAssigned: /^\s*=(?![=>])/.test(behind) };
      if (code === noDefaultExport) return { ...problem, defaultImport: { name: here, module: importAt(file, start) } };
      return (code === tooManyArguments || code === nothingInCommon) && isFunction.test(here) ? { ...problem, isCallback: true } : problem;
    });
}

function placeIn(file: ts.SourceFile, offset: number): TypeProblem['end'] {
  const { line, character } = file.getLineAndCharacterOfPosition(offset);
  return { line: line + 1, column: character + 1 };
}

/** The module of the import in which an offset lies. */
function importAt(file: ts.SourceFile, offset: number): string {
  const statement = file.statements.filter(ts.isImportDeclaration).find(({ pos, end }) => offset >= pos && offset < end);
  return statement !== undefined && ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : '';
}

/** Modules that a file imports, by the path at which the compiler found each, without its ending. */
function modulesOf(program: ts.Program, file: ts.SourceFile): ReadonlyMap<string, string> {
  const checker = program.getTypeChecker();
  const specifiers = file.statements.filter(ts.isImportDeclaration).map(({ moduleSpecifier }) => moduleSpecifier);
  return new Map(
    specifiers.filter(ts.isStringLiteral).flatMap((specifier) => {
      const [found] = checker.getSymbolAtLocation(specifier)?.declarations ?? [];
      return found === undefined || !ts.isSourceFile(found) ? [] : [[found.fileName.replace(/\.ts$/, ''), specifier.text]];
    }),
  );
}

/** What is wrong and the first reason: further down TypeScript reasons about its own types, which helps no beginner. */
function summaryOf({ messageText, next }: ts.DiagnosticMessageChain): string {
  const [detail] = next ?? [];
  const reason = detail?.code === overloadFails ? detail.next?.[0] : detail;
  return reason === undefined ? messageText : `${messageText}\n  ${reason.messageText}`;
}

/** The compiler names a module by where it lies on this machine; a reader knows it by the name under which it is imported. */
function withoutPaths(message: string, modules: ReadonlyMap<string, string>): string {
  const short = message.replaceAll(', { with: { "resolution-mode": "import" } }', '').replaceAll(/\bimport\("[^"\n]*"\)\./g, '');
  return short.replaceAll(/"([^"\n]*[\/\\])([^"/\\\n]+)"/g, (whole, folder: string, name: string) =>
    modules.has(folder + name) ? `"${modules.get(folder + name)}"` : /^(?:[A-Za-z]:)?[\/\\]/.test(folder) ? `"${name}"` : whole,
  );
}

/** `Overload 1 of 2, …, gave the following error`: the reason is what follows. */
const overloadFails = 2772;

/** `Module … has no default export.` */
const noDefaultExport = 1192;

/** `Expected 0 arguments, but got 1`. */
const tooManyArguments = 2554;

/** `Type '() => void' has no properties in common with type …`. */
const nothingInCommon = 2559;

const isFunction = /^(?:async\s+)?(?:function\b|\([^()]*\)\s*(?::[^=]*)?=>|\w+\s*=>)/;

/** `Cannot find name`, without and with a suggestion. */
const cannotFindName: ReadonlySet<number> = new Set([2304, 2552]);

/** Can the file be read at all? The gate tells a student about it; the linter leaves such a file alone. */
export function hasSyntaxErrors(program: ts.Program, path: string): boolean {
  const file = program.getSourceFile(path);
  return file !== undefined && program.getSyntacticDiagnostics(file).length > 0;
}
