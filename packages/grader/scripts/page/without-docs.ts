import ts from 'typescript';

/** The text of a TypeScript file without its comments of several lines, which are more than half of it. No line moves; comments of one line may be for the compiler. */
export function withoutDocs(path: string, text: string): string {
  if (!path.endsWith('.ts')) return text;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  let code = '';
  const visit = (node: ts.Node): void => {
    const parts = node.getChildren(file).filter((part) => !ts.isJSDoc(part));
    if (parts.length === 0) code += text.slice(node.pos, node.getStart(file)).replaceAll(/\/\*[^]*?\*\//g, linesOf).replaceAll(/[\t ]+(?=\n)/g, '') + text.slice(node.getStart(file), node.end);
    for (const part of parts) visit(part);
  };
  visit(file);
  return code;
}

const linesOf = (comment: string): string => comment.replaceAll(/[^\n]+/g, '') || ' ';
