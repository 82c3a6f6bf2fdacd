import ts from 'typescript';
import { inCompilerLanguage } from '../messages/compiler-language.ts';
import { reasons } from '../messages/syntax.ts';
import type { CompilerSentence } from '../messages/syntax.ts';
import type { Text } from '../messages/text.ts';

/** The first thing that TypeScript's own grammar has against a file. */
export interface Complaint {
  readonly reason: Text;
  /** In UTF-16 units from the beginning of the file. */
  readonly offset: number;
}

/**
 * Asks the compiler where a file breaks the grammar. It says so in better words than a fast parser, in both languages,
 * and knows the rules that hold beyond a single token, such as where `await` may stand.
 */
export function compilerComplaint(file: string, source: string): Complaint | undefined {
  const english = firstDiagnostic(file, source);
  if (english?.start === undefined) return undefined;
  if (english.code === awaitOutsideAsync) return { reason: reasons.awaitOutsideAsync, offset: english.start };
  const chinese = inCompilerLanguage('zh-CN', () => firstDiagnostic(file, source)) ?? english;
  return { reason: reasons.compiler(sentencesOf(english), sentencesOf(chinese)), offset: english.start };
}

/** Codes from here on are about types, which is another check's business. */
const firstCodeBeyondGrammar = 2000;
const awaitOutsideAsync = 1308;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  erasableSyntaxOnly: true,
  noLib: true,
  noResolve: true,
};

function firstDiagnostic(file: string, source: string): ts.Diagnostic | undefined {
  const program = programOf(file, ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true));
  const parsing = program.getSyntacticDiagnostics();
  // The checker asks for nothing but this file, so that only what it says about grammar means anything.
  const found = parsing.length > 0 ? parsing : program.getSemanticDiagnostics().filter(isAboutGrammar);
  return found.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))[0];
}

function isAboutGrammar({ code }: ts.Diagnostic): boolean {
  return code < firstCodeBeyondGrammar;
}

/** A program of one file that sees nothing else on the disk. */
function programOf(file: string, parsed: ts.SourceFile): ts.Program {
  return ts.createProgram([file], options, {
    getSourceFile: (name) => (name === file ? parsed : undefined),
    fileExists: (name) => name === file,
    readFile: () => undefined,
    writeFile: () => {},
    getDefaultLibFileName: () => '',
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
  });
}

/** What is wrong, and after it the place that it hangs together with, such as the bracket that was never closed. */
function sentencesOf(diagnostic: ts.Diagnostic): readonly CompilerSentence[] {
  return [diagnostic, ...(diagnostic.relatedInformation ?? [])].map(({ messageText, file, start }, index) => ({
    text: ts.flattenDiagnosticMessageText(messageText, ' '),
    line: index === 0 || file === undefined ? undefined : file.getLineAndCharacterOfPosition(start ?? 0).line + 1,
  }));
}
