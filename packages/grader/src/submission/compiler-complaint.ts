import ts from 'typescript';
import { inCompilerLanguage } from '../messages/compiler-language.ts';
import { refusing } from '../messages/submission.ts';
import { lookAlike, reasons, unseen } from '../messages/syntax.ts';
import type { CompilerSentence } from '../messages/syntax.ts';
import type { Text } from '../messages/text.ts';
import { closingLookAlike, lookAlikeAt } from '../source/look-alikes.ts';
import { unseenAt } from './unseen.ts';
import { withoutPragmas } from '../source/without-pragmas.ts';
import { anotherLanguage } from './another-language.ts';
import { misspeltWordAt } from './misspelt-word.ts';

/** The first thing that TypeScript's own grammar has against a file. */
export interface Complaint {
  readonly message: Text;
  /** In UTF-16 units from the beginning of the file. */
  readonly offset: number;
}

/**
 * Asks the compiler where a file breaks the grammar. It says so in better words than a fast parser, in both languages,
 * and knows the rules that hold beyond a single token, such as where `await` may stand.
 */
export function compilerComplaint(file: string, source: string): Complaint | undefined {
  const found = diagnosticsOf(file, source);
  const english = found[0];
  if (english?.start === undefined) return undefined;
  if (english.code === conflictMarker) return { message: reasons.conflictMarker, offset: english.start };
  const slip = firstSlip(source, found) ?? anotherLanguage(source, english.start);
  if (slip !== undefined) return slip;
  if (english.code === awaitOutsideAsync) return { message: refusing.syntax(reasons.awaitOutsideAsync), offset: english.start };
  const misspelt = misspeltWordAt(source, english.start);
  if (misspelt !== undefined) return { message: refusing.syntax(reasons.misspelt(misspelt)), offset: misspelt.offset };
  const chinese = inCompilerLanguage('zh-CN', () => diagnosticsOf(file, source))[0] ?? english;
  return { message: refusing.syntax(reasons.compiler(sentencesOf(english), sentencesOf(chinese))), offset: english.start };
}

/**
 * A character that only looks right, such as `（`, or is not seen at all, if it stands in the first line that the compiler
 * complains about: the rest of what is wrong there comes of it.
 */
function firstSlip(source: string, found: readonly ts.Diagnostic[]): Complaint | undefined {
  const firstLineEnd = source.indexOf('\n', found[0]?.start);
  for (const { code, start = 0 } of found) {
    if (firstLineEnd >= 0 && start > firstLineEnd) break;
    const hidden = code === invalidCharacter ? unseenAt(source, start) : undefined;
    if (hidden !== undefined) return { message: unseen(hidden), offset: start };
    const offset = code === invalidCharacter ? start : code === unterminatedString ? closingLookAlike(source, start) : undefined;
    const character = offset === undefined ? undefined : lookAlikeAt(source, offset);
    if (offset !== undefined && character !== undefined) return { message: lookAlike(character), offset };
  }
  return undefined;
}

/** Codes from here on are about types, which is another check's business. */
const firstCodeBeyondGrammar = 2000;
const awaitOutsideAsync = 1308;
const conflictMarker = 1185;
const invalidCharacter = 1127;
const unterminatedString = 1002;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  erasableSyntaxOnly: true,
  noLib: true,
  noResolve: true,
};

/** In the order of their places. */
function diagnosticsOf(file: string, source: string): readonly ts.Diagnostic[] {
  const program = programOf(file, withoutPragmas(ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true)));
  const parsing = program.getSyntacticDiagnostics();
  // The checker asks for nothing but this file, so that only what it says about grammar means anything.
  const found = parsing.length > 0 ? parsing : program.getSemanticDiagnostics().filter(isAboutGrammar);
  return found.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0));
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
