import ts from 'typescript';

/** `value` for what is certainly no function or class. */
export type ExportKind = 'value' | 'callable';

/**
 * What a file exports, as far as that can be read; undefined for a file that is not valid, or that passes on what another
 * one exports.
 */
export function exportedNames(source: string): ReadonlyMap<string, ExportKind> | undefined {
  const { statements, parsed } = parse(source);
  if (!parsed || statements.some(isStarExport)) return undefined;
  const declared = new Map(statements.flatMap(declarationsIn));
  const exported = new Map(statements.filter(hasExport).flatMap(declarationsIn));
  for (const statement of statements) {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) continue;
    const { exportClause } = statement;
    if (!exportClause || !ts.isNamedExports(exportClause)) continue;
    for (const { name, propertyName, isTypeOnly } of exportClause.elements) {
      if (!isTypeOnly) exported.set(name.text, declared.get((propertyName ?? name).text) ?? 'callable');
    }
  }
  return exported;
}

function parse(source: string): { readonly statements: readonly ts.Statement[]; readonly parsed: boolean } {
  const { diagnostics } = ts.transpileModule(source, { reportDiagnostics: true });
  const { statements } = ts.createSourceFile('answer.ts', source, ts.ScriptTarget.Latest);
  return { statements, parsed: diagnostics === undefined || diagnostics.length === 0 };
}

function isStarExport(statement: ts.Statement): boolean {
  return ts.isExportDeclaration(statement) && statement.exportClause === undefined;
}

function hasExport(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const kinds = modifiers.map(({ kind }) => kind);
  return kinds.includes(ts.SyntaxKind.ExportKeyword) && !kinds.includes(ts.SyntaxKind.DefaultKeyword);
}

function declarationsIn(statement: ts.Statement): readonly (readonly [string, ExportKind])[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    return statement.name ? [[statement.name.text, 'callable']] : [];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    namesIn(name).map((text) => [text, ts.isIdentifier(name) && initializer && isPlainValue(initializer) ? 'value' : 'callable'] as const),
  );
}

function namesIn(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

/** What a call or a name gives, nobody knows here. */
function isPlainValue(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return isPlainValue(node.expression);
  }
  return ts.isLiteralExpression(node) || ts.isTemplateExpression(node) || ts.isObjectLiteralExpression(node)
    || ts.isArrayLiteralExpression(node) || ts.isPrefixUnaryExpression(node) || plainKinds.has(node.kind);
}

const plainKinds: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
]);
