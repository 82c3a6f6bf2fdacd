import ts from 'typescript';

export type InlineFunction = ts.ArrowFunction | ts.FunctionExpression;

export function isInlineFunction(node: ts.Node | undefined): node is InlineFunction {
  return node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
}

/** The function that a node stands in. */
export function functionAround(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(node.parent, ts.isFunctionLike);
}

/** Calls `visit` for a node and all below it; `own`: not for what stands in functions below. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void, within: 'all' | 'own' = 'all'): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    if (within === 'all' || !ts.isFunctionLike(child)) walk(child, visit, within);
  });
}

/** What stands around a value without changing it is no more than the value: parentheses, `as`, `!`. */
export function outermost(node: ts.Expression): ts.Expression {
  const { parent } = node;
  const isWrapped = ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent) || ts.isSatisfiesExpression(parent);
  return isWrapped ? outermost(parent) : node;
}

/** The value itself, without what {@link outermost} takes along. */
export function innermost(node: ts.Expression): ts.Expression {
  const isWrapper = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node);
  return isWrapper ? innermost(node.expression) : node;
}

/** `c` in `a.b.c` and `c` in `c`. */
export function lastName(expression: ts.Expression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : '';
}

/** `a` in `a.b[c]`. */
export function rootName(expression: ts.Expression): ts.Identifier | undefined {
  if (ts.isIdentifier(expression)) return expression;
  return ts.isPropertyAccessExpression(expression) || ts.isElementAccessExpression(expression) ? rootName(expression.expression) : undefined;
}

/** Whether a name stands anywhere in it; `own`: not in functions below it. */
export function mentions(node: ts.Node, name: string, within: 'all' | 'own' = 'all'): boolean {
  let found = false;
  walk(node, (one) => {
    found ||= ts.isIdentifier(one) && one.text === name;
  }, within);
  return found;
}

/** `setTimeout(…)`, also as a method of `globalThis`. */
export function isTimer({ expression }: ts.CallExpression): boolean {
  return timers.has(lastName(expression)) && (ts.isIdentifier(expression) || (ts.isPropertyAccessExpression(expression) && expression.expression.getText() === 'globalThis'));
}

const timers: ReadonlySet<string> = new Set(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']);
