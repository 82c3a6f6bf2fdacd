import ts from 'typescript';
import type { Note } from './note.ts';
import { functionAround, isInlineFunction, lastName, mentions, outermost, walk } from './syntax.ts';
import type { Waiting } from './waiting.ts';

/** Where an answer waits for one thing before it has begun another: the reason where something begins too late. */
export function waitsInTurn(file: ts.SourceFile, waiting: Waiting, note: Note): void {
  const begin = beginnings(file, waiting);
  walk(file, (node) => {
    if (ts.isAwaitExpression(node)) {
      const loop = loopAround(node);
      if (loop !== undefined && beginsIn(loop, node, begin)) note('in-a-loop', node);
      const next = begin.find((other) => other.pos >= node.end && functionAround(other) === functionAround(node));
      if (next !== undefined && waiting.mayWait(node.expression)) note('before', node, next.getText(file));
    } else if (ts.isForOfStatement(node) && node.awaitModifier) {
      if (waiting.isList(node.expression)) note('one-by-one', node.expression);
    } else if (ts.isCallExpression(node)) noteCall(node, begin, note);
  });
}

/** `one.then(() => another())`, `Array.fromAsync(list)`, `list.reduce(async (before, one) => { await before; … })`. */
function noteCall(call: ts.CallExpression, begin: readonly ts.Node[], note: Note): void {
  const name = lastName(call.expression);
  const callback = call.arguments.find(isInlineFunction);
  if (call.expression.getText() === 'Array.fromAsync') note('one-by-one', call.expression);
  else if (callback === undefined) return;
  else if (name === 'reduce' && callback.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)) note('one-by-one', call.expression);
  else if (name === 'then') {
    const next = begin.find(({ pos, end }) => pos >= callback.body.pos && end <= callback.body.end);
    if (next !== undefined) note('before', call.expression, next.getText());
  }
}

/** Where something begins: a call that gives something to be awaited, an `await` of a coroutine that was made before. */
function beginnings(file: ts.SourceFile, waiting: Waiting): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  walk(file, (node) => {
    if (ts.isCallExpression(node) && waiting.kindOf(node) !== undefined && !/^(?:then|catch|finally|all|allSettled|race|any)$/.test(lastName(node.expression))) found.push(node);
    else if (ts.isAwaitExpression(node) && !ts.isCallExpression(node.expression) && waiting.kindOf(node.expression) === 'coroutine') found.push(node);
  });
  return found;
}

/** The loop in which each round waits for the one before. */
function loopAround(node: ts.Node): ts.IterationStatement | undefined {
  const around = functionAround(node);
  const loop = ts.findAncestor(node, (one) => one === around || ts.isIterationStatement(one, false));
  return loop !== undefined && ts.isIterationStatement(loop, false) ? loop : undefined;
}

/** Whether a round begins something: in its own lines, or because what it awaits begins only when it is asked for. */
function beginsIn(loop: ts.IterationStatement, { expression }: ts.AwaitExpression, begin: readonly ts.Expression[]): boolean {
  if (begin.some(({ pos, end }) => pos >= loop.statement.pos && end <= loop.statement.end)) return true;
  const variable = ts.isForOfStatement(loop) && ts.isVariableDeclarationList(loop.initializer) ? loop.initializer.declarations[0]?.name : undefined;
  const value = outermost(expression);
  return variable !== undefined && ts.isIdentifier(variable) ? mentions(value, variable.text) : ts.isElementAccessExpression(expression);
}
