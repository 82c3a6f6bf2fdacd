import ts from 'typescript';
import type { Note } from './note.ts';
import { functionAround, isInlineFunction, isTimer, mentions, outermost, rootName, walk } from './syntax.ts';
import type { InlineFunction } from './syntax.ts';
import type { Waiting } from './waiting.ts';

/** Callbacks that run later, where what they find comes too late for whoever hands it out. */
export function lateCallbacks(file: ts.SourceFile, waiting: Waiting, note: Note): void {
  walk(file, (node) => {
    if (!ts.isCallExpression(node)) return;
    const callback = lateCallback(node, waiting);
    // What stands in `new Promise(…)` can be waited for there.
    if (callback === undefined || ts.findAncestor(node, isNewPromise) !== undefined) return;
    const written = writtenTooLate(callback, node, waiting);
    const isLost = goesNowhere(node, waiting) && !isForErrors(node);
    const isReturned = isLost && returnsSomething(callback, waiting);
    const isIdle = isLost && isForNothing(callback) && !ts.isAwaitExpression(outermost(node).parent);
    // Where there is no promise, what to use instead says more than that it comes too late.
    const instead = isTimer(node) ? 'timer-runs-on' : waiting.takesCallback(node) ? 'callback' : undefined;
    if (instead !== undefined) {
      if (written !== undefined || isReturned || isIdle) note(instead, isIdle ? node : node.expression);
    } else if (written !== undefined) note('assigned', node.expression, written);
    else if (isReturned) note('returned', node.expression);
    else if (isIdle) note('promise', node);
  });
}

/** The function in a call that is called back when the code around it has gone on. */
function lateCallback(call: ts.CallExpression, waiting: Waiting): InlineFunction | undefined {
  const { expression } = call;
  const isThen = ts.isPropertyAccessExpression(expression) && /^(?:then|catch|finally)$/.test(expression.name.text) && waiting.kindOf(expression.expression) !== undefined;
  return isThen || isTimer(call) || waiting.takesCallback(call) ? call.arguments.find(isInlineFunction) : undefined;
}

function isNewPromise(node: ts.Node): boolean {
  return ts.isNewExpression(node) && node.expression.getText() === 'Promise';
}

/** `.catch(…)`, `.then(done, …)`: it is not there to wait. */
function isForErrors({ expression, arguments: given }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && (/^(?:catch|finally)$/.test(expression.name.text) || (expression.name.text === 'then' && given.length > 1));
}

/** Nobody waits for it: a statement of its own, or a value that is no promise and is awaited or returned all the same. */
function goesNowhere(call: ts.CallExpression, waiting: Waiting): boolean {
  const { parent } = outermost(call);
  if (ts.isExpressionStatement(parent)) return true;
  return (ts.isAwaitExpression(parent) || ts.isReturnStatement(parent)) && !waiting.mayWait(call);
}

/** A variable that the callback writes into, and that the function around hands out without waiting for the callback. */
function writtenTooLate(callback: InlineFunction, call: ts.CallExpression, waiting: Waiting): string | undefined {
  return writtenIn(callback).find((name) => {
    const variable = waiting.variable(name);
    const around = variable && functionAround(variable);
    if (around === undefined || !isWithin(call, around) || isWithin(around, callback) || isAwaitedIn(around, call, waiting)) return false;
    let [isRead, isWaitedFor] = [false, false];
    walkBody(around, (node) => {
      if (node.pos < call.end) return;
      if ((ts.isReturnStatement(node) || ts.isYieldExpression(node) || ts.isForOfStatement(node)) && node.expression && mentions(node.expression, name.text, 'own')) isRead = true;
      if (ts.isForOfStatement(node) && node.awaitModifier) isWaitedFor = true;
      if (ts.isAwaitExpression(node) && !isForOther(node.expression, call, waiting)) isWaitedFor = true;
    });
    return isRead && !isWaitedFor;
  })?.text;
}

/** `await Promise.all(list.map((one) => one.then(…)))`. */
function isAwaitedIn(around: ts.Node, call: ts.CallExpression, waiting: Waiting): boolean {
  const found = ts.findAncestor(call.parent, (node) => node === around || (ts.isAwaitExpression(node) && waiting.mayWait(node.expression)));
  return found !== around;
}

/** Whether an `await` waits for something that has nothing to do with the callback of the call, or for nothing at all. */
function isForOther(awaited: ts.Expression, call: ts.CallExpression, waiting: Waiting): boolean {
  if (!waiting.mayWait(awaited)) return true;
  const root = ts.isPropertyAccessExpression(call.expression) ? rootName(call.expression.expression) : undefined;
  const kind = waiting.kindOf(awaited);
  return (kind === 'task' || kind === 'coroutine') && (root === undefined || !mentions(awaited, root.text));
}

/** The variables that a function writes into: `x = …`, `x[0] = …`, `x.push(…)`. */
function writtenIn(callback: InlineFunction): readonly ts.Identifier[] {
  const names: ts.Identifier[] = [];
  walk(callback.body, (node) => {
    const isAssignment = ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
    const isAddition = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && /^(?:push|unshift|set|add|splice)$/.test(node.expression.name.text);
    const name = isAssignment ? rootName(node.left) : isAddition ? rootName(node.expression) : undefined;
    if (name) names.push(name);
  });
  return names;
}

/** `return water;` in a callback reaches nobody. */
function returnsSomething({ body }: InlineFunction, waiting: Waiting): boolean {
  let returns = false;
  walk(body, (node) => {
    returns ||= ts.isReturnStatement(node) && node.expression !== undefined && !waiting.isNothing(node.expression);
  }, 'own');
  return returns;
}

/** It does nothing, or prints something: whoever writes that only means to wait. */
function isForNothing({ body }: InlineFunction): boolean {
  let does = !ts.isBlock(body) && !ts.isCallExpression(body);
  walk(body, (node) => {
    does ||= (ts.isCallExpression(node) && !node.expression.getText().startsWith('console.')) || ts.isBinaryExpression(node) || ts.isNewExpression(node);
  });
  return !does;
}

function walkBody(node: ts.Node, visit: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => walk(child, visit, 'own'));
}

function isWithin(node: ts.Node, around: ts.Node): boolean {
  return node.pos >= around.pos && node.end <= around.end;
}
