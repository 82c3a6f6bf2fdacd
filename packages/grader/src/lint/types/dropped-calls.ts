import ts from 'typescript';
import type { Note } from './note.ts';
import { lastName, outermost, walk } from './syntax.ts';
import type { Waiting } from './waiting.ts';

/** Calls whose promise, task or coroutine goes nowhere, or into a variable that nobody awaits. */
export function droppedCalls(file: ts.SourceFile, waiting: Waiting, note: Note): void {
  const uses = usesIn(file);
  walk(file, (node) => {
    if (!ts.isCallExpression(node)) return;
    const kind = waiting.kindOf(node);
    const isDropped = ts.isExpressionStatement(node.parent) || isInIdleVariable(node, uses);
    if (kind !== undefined && isDropped && !isHandled(node)) note(kind === 'coroutine' ? 'coroutine' : 'promise', node);
    else if (kind === 'coroutine' && isKept(node)) note('kept', node);
    const [callback] = node.arguments;
    if (callback && isChain(callback)) return;
    if (waiting.isList(node) && (ts.isExpressionStatement(node.parent) || isUnused(node, uses))) note('list', node);
    if (lastName(node.expression) === 'forEach' && callback && waiting.givesPromise(callback)) note('each', node.expression);
  });
}

/** `….catch(…)`: somebody listens. */
function isHandled({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && handlers.has(expression.name.text);
}

const handlers: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** `(one) => one.then(…)`: it is the callback that matters. */
function isChain(callback: ts.Expression): boolean {
  return ts.isArrowFunction(callback) && ts.isCallExpression(callback.body) && isHandled(callback.body);
}

/** A coroutine that is put somewhere, and not awaited or handed over where it is made. */
function isKept(call: ts.CallExpression): boolean {
  const { parent } = outermost(call);
  if (ts.isArrowFunction(parent)) return ts.isCallExpression(parent.parent) && lastName(parent.parent.expression) === 'map';
  return ts.isVariableDeclaration(parent) || ts.isArrayLiteralExpression(parent) || ts.isPropertyAssignment(parent);
}

type Uses = ReadonlyMap<string, readonly ts.Identifier[]>;

/** Where each name stands in a file. */
function usesIn(file: ts.SourceFile): Uses {
  const uses = new Map<string, ts.Identifier[]>();
  walk(file, (node) => {
    if (ts.isIdentifier(node)) uses.set(node.text, [...(uses.get(node.text) ?? []), node]);
  });
  return uses;
}

/** `const water = boil();`, where all that is done with `water` waits for nothing; `[boil()]` that is kept in such a variable. */
function isInIdleVariable(value: ts.Expression, uses: Uses): boolean {
  const { parent } = outermost(value);
  if (ts.isArrayLiteralExpression(parent)) return isInIdleVariable(parent, uses);
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return false;
  return (uses.get(parent.name.text) ?? []).every((use) => use === parent.name || isIdle(use, uses));
}

/** `const tasks = list.map(…);`, and not a word more of it. */
function isUnused(value: ts.Expression, uses: Uses): boolean {
  const { parent } = outermost(value);
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && uses.get(parent.name.text)?.length === 1;
}

/** `task.name`, `task[0]`, `if (task)`, `console.log(task)`. */
function isIdle(use: ts.Identifier, uses: Uses): boolean {
  const node = outermost(use);
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node && !handlers.has(parent.name.text);
  if (ts.isElementAccessExpression(parent)) return parent.expression === node;
  if (ts.isIfStatement(parent) || ts.isPrefixUnaryExpression(parent)) return true;
  if (ts.isCallExpression(parent)) return parent.expression !== node && parent.expression.getText().startsWith('console.');
  return ts.isArrayLiteralExpression(parent) && isInIdleVariable(parent, uses);
}
