import ts from 'typescript';
import type { TypeMistake } from '../../messages/type-advice.ts';

/** What TypeScript has to say against a file, with lines and columns from 1. */
export interface TypeProblem extends TypeMistake {
  readonly line: number;
  readonly column: number;
}

export function typeProblemsIn(program: ts.Program, path: string): readonly TypeProblem[] {
  const file = program.getSourceFile(path);
  if (file === undefined) return [];
  return program
    .getSemanticDiagnostics(file)
    .filter(({ category }) => category === ts.DiagnosticCategory.Error)
    .map(({ code, messageText, relatedInformation = [], start = 0, length = 0 }) => {
      const { line, character } = file.getLineAndCharacterOfPosition(start);
      const message = withoutPaths(typeof messageText === 'string' ? messageText : summaryOf(messageText));
      const notes = relatedInformation.map((note) => note.code);
      const problem = { code, message, notes, line: line + 1, column: character + 1 };
      return cannotFindName.has(code) ? { ...problem, unknownName: file.text.slice(start, start + length) } : problem;
    });
}

/** What is wrong and the first reason: further down TypeScript reasons about its own types, which helps no beginner. */
function summaryOf({ messageText, next }: ts.DiagnosticMessageChain): string {
  const [detail] = next ?? [];
  const reason = detail?.code === overloadFails ? detail.next?.[0] : detail;
  return reason === undefined ? messageText : `${messageText}\n  ${reason.messageText}`;
}

/** `typeof import("…")` names a module by where it lies on this machine. */
function withoutPaths(message: string): string {
  return message.replaceAll(/(?<=\bimport\(")[^"]*[\/\\](?=[^"/\\]+")/g, '');
}

/** `Overload 1 of 2, …, gave the following error`: the reason is what follows. */
const overloadFails = 2772;

/** `Cannot find name`, without and with a suggestion. */
const cannotFindName: ReadonlySet<number> = new Set([2304, 2552]);

/** Can the file be read at all? The gate tells a student about it; the linter leaves such a file alone. */
export function hasSyntaxErrors(program: ts.Program, path: string): boolean {
  const file = program.getSourceFile(path);
  return file !== undefined && program.getSyntacticDiagnostics(file).length > 0;
}
