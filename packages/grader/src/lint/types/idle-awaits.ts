import ts from 'typescript';
import type { Note } from './note.ts';
import { functionAround, innermost, isInlineFunction, isTimer, lastName, mentions, walk } from './syntax.ts';
import type { Waiting } from './waiting.ts';

/** Where an answer means to wait and does not: an `await` of what is no promise, a promise that nobody settles. */
export function idleAwaits(file: ts.SourceFile, waiting: Waiting, note: Note): void {
  walk(file, (node) => {
    if (ts.isAwaitExpression(node)) noteAwaited(node.expression, waiting, note);
    else if (ts.isReturnStatement(node) && node.expression && isInAsync(node)) noteReturned(innermost(node.expression), waiting, note);
    else if (ts.isNewExpression(node)) noteUnsettled(node, note);
    else if (ts.isCallExpression(node)) noteCall(node, waiting, note);
  });
}

function noteAwaited(awaited: ts.Expression, waiting: Waiting, note: Note): void {
  const value = innermost(awaited);
  if (waiting.mayWait(value)) return;
  if (waiting.isList(value)) note('list', value);
  else if (waiting.isFunction(value)) note('function', value);
  else if (!ts.isCallExpression(value)) return;
  else if (isTimer(value)) note('timer', value);
  else if (waiting.takesCallback(value) && !lastName(value.expression).endsWith('Sync')) note('callback', value);
}

function noteReturned(value: ts.Expression, waiting: Waiting, note: Note): void {
  if (!ts.isAwaitExpression(value) && waiting.isList(value)) note('list', value);
}

/** `Promise.all([boil])`, `Promise.all(jobs.map((job) => job.start))`, `setTimeout(resolve(), ms)`. */
function noteCall(call: ts.CallExpression, waiting: Waiting, note: Note): void {
  const [first] = call.arguments;
  if (first === undefined) return;
  if (/^Promise\.\w+$/.test(call.expression.getText()) && ts.isArrayLiteralExpression(first)) {
    for (const item of first.elements) if (waiting.isFunction(item)) note('function', item);
  } else if (/^Promise\.\w+$/.test(call.expression.getText()) && ts.isCallExpression(first) && lastName(first.expression) === 'map') noteMapped(first, waiting, note);
  if (isTimer(call) && ts.isCallExpression(first) && !waiting.isFunction(first)) note('at-once', first);
}

/** `jobs.map((job) => job.start)`, `jobs.map((job) => { job.start(); })`: there is nothing to await in such a list. */
function noteMapped(map: ts.CallExpression, waiting: Waiting, note: Note): void {
  const [callback] = map.arguments;
  if (!isInlineFunction(callback)) return;
  if (ts.isBlock(callback.body)) {
    if (waiting.returnsNothing(callback)) note('mapped', map.expression);
  } else if (waiting.isFunction(callback.body)) note('function', callback.body);
}

/** `new Promise((resolve) => …)`, where nobody calls `resolve`. */
function noteUnsettled({ expression, arguments: given }: ts.NewExpression, note: Note): void {
  const executor = given?.[0];
  if (expression.getText() !== 'Promise' || !isInlineFunction(executor)) return;
  const [resolve, reject] = executor.parameters.map(({ name }) => name);
  if (resolve !== undefined && !ts.isIdentifier(resolve)) return;
  const isUsed = (name: ts.BindingName | undefined): boolean => name !== undefined && mentions(executor.body, name.getText());
  if (!isUsed(resolve) && !isUsed(reject)) note('unsettled', executor);
}

function isInAsync(node: ts.Node): boolean {
  const around = functionAround(node);
  return around !== undefined && ts.canHaveModifiers(around) && (ts.getModifiers(around) ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
}
