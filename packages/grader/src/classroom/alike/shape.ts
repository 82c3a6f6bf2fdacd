import ts from 'typescript';

/**
 * The shape of a program: the kinds of its tokens and of what they are parts of, in the order of reading. Names, values, types, comments
 * and layout are not in it. Empty where nobody can read it.
 */
export function shapeOf(source: string): readonly number[] {
  if (source.length > longestSource) return [];
  try {
    return kindsIn(ts.createSourceFile('answer.ts', source, ts.ScriptTarget.Latest));
  } catch (error) {
    // Ten thousand brackets within each other are more than the parser's stack holds.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function kindsIn(file: ts.SourceFile): readonly number[] {
  const kinds: number[] = [];
  const visit = (node: ts.Node): void => {
    if (isOfTypes(node)) return;
    const isTransparent = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node);
    if (!isTransparent) kinds.push(kindOf(node));
    ts.forEachChild(node, visit);
    if (ts.isBlock(node)) kinds.push(ts.SyntaxKind.CloseBraceToken);
  };
  ts.forEachChild(file, visit);
  return kinds;
}

/** What is gone when the program runs, and what every file begins with. */
function isOfTypes(node: ts.Node): boolean {
  return ts.isTypeNode(node) || ts.isTypeParameterDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node) || ts.isModifier(node);
}

/** A text is a text, whatever quotes it stands in, and an operator that is written before or behind says which it is. */
function kindOf(node: ts.Node): number {
  if (ts.isNoSubstitutionTemplateLiteral(node)) return ts.SyntaxKind.StringLiteral;
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return node.operator;
  return node.kind;
}

/** Nobody writes so much by hand. */
const longestSource = 100_000;
