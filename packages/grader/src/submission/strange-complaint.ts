import ts from 'typescript';
import { unseen, untranslated } from '../messages/syntax.ts';
import { noSpaces } from './unseen.ts';
import type { Complaint } from './compiler-complaint.ts';

/** The first thing in a file that TypeScript knows and Node does not: a decorator, `accessor`, a space that is none. */
export function strangeComplaint(file: string, source: string): Complaint | undefined {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true);
  const found = [...modifiersIn(parsed), ...noSpacesIn(parsed, source)];
  return found.toSorted((a, b) => a.offset - b.offset)[0];
}

function modifiersIn(parsed: ts.SourceFile): readonly Complaint[] {
  const found: Complaint[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isDecorator(node)) found.push({ message: untranslated.decorator, offset: node.getStart() });
    if (node.kind === ts.SyntaxKind.AccessorKeyword) found.push({ message: untranslated.accessor, offset: node.getStart() });
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

/** Between two words of the program; within a text or a comment they do no harm. */
function noSpacesIn(parsed: ts.SourceFile, source: string): readonly Complaint[] {
  const harmless: { readonly from: number; readonly to: number }[] = [];
  const visit = (node: ts.Node): void => {
    const comments = [...(ts.getLeadingCommentRanges(source, node.getFullStart()) ?? []), ...(ts.getTrailingCommentRanges(source, node.getEnd()) ?? [])];
    harmless.push(...comments.map(({ pos, end }) => ({ from: pos, to: end })));
    const children = node.getChildren(parsed);
    if (children.length === 0) harmless.push({ from: node.getStart(parsed), to: node.getEnd() });
    children.forEach(visit);
  };
  visit(parsed);
  return Array.from(source.matchAll(noSpaces), ({ index: offset }) => offset)
    .filter((offset) => !harmless.some(({ from, to }) => offset >= from && offset < to))
    .map((offset) => ({ message: unseen(source.codePointAt(offset) ?? 0), offset }));
}
