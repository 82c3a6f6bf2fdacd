import ts from 'typescript';
import { isReadingMethod } from '../spin-loop/clocks.ts';

/** May a loop in the file spin? It needs a clock to look at or nothing to do, and no calls but those of clocks. */
export function maySpin(file: ts.SourceFile): boolean {
  const { text } = file;
  // The text decides for nearly every file.
  if (!/\b(?:while|do|for)\b/.test(text)) return false;
  if (!clock.test(text) && !emptyLoop.test(text) && !pausingLoop.test(text)) return false;
  return hasIdleLoop(file);
}

const clock = /\b(?:Atomics|Date|Temporal|cpuUsage|hrtime|performance|stopwatch|threadCpuUsage|uptime)\b/;

const emptyLoop = /\bwhile\s*\([^\n]*\)\s*(?:;|\{\s*\})|\bdo\s*\{\s*\}/;

const pausingLoop = /\)\s*\{?\s*await\b|\bdo\s*\{?\s*await\b/;

function hasIdleLoop(node: ts.Node): boolean {
  return (isLoop(node) && isIdle(node) && mayWait(node)) || (ts.forEachChild(node, hasIdleLoop) ?? false);
}

type Loop = ts.DoStatement | ts.ForStatement | ts.WhileStatement;

function isLoop(node: ts.Node): node is Loop {
  return ts.isWhileStatement(node) || ts.isDoStatement(node) || (ts.isForStatement(node) && !counts(node));
}

/** Does it call something, which may be a clock, does it pause, or does it do nothing at all? */
function mayWait({ statement }: Loop): boolean {
  const isEmpty = ts.isEmptyStatement(statement) || (ts.isBlock(statement) && statement.statements.length === 0);
  return isEmpty || callsSomething(statement.parent);
}

function callsSomething(node: ts.Node): boolean {
  return ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isAwaitExpression(node) || (ts.forEachChild(node, callsSomething) ?? false);
}

/** `for (let i = 0; i < n; i++)`, which ends by itself. */
function counts({ condition }: ts.ForStatement): boolean {
  return condition !== undefined && !/\bnow\b|Date|hrtime|uptime|\(\)/.test(condition.getText());
}

function isIdle(node: ts.Node): boolean {
  if (ts.isCallExpression(node) && !mayReadClock(node.expression)) return false;
  return !(ts.forEachChild(node, (child) => !isIdle(child)) ?? false);
}

/** `Date.now`, `Math.abs`, or an own function that may look at a clock. */
function mayReadClock(callee: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(callee)) return ts.isIdentifier(callee);
  return harmlessMethods.test(callee.name.text) || isReadingMethod(callee.name.text);
}

const harmlessMethods =
  /^(?:UTC|abs|all|allSettled|bigint|catch|ceil|compare|compareExchange|cpuUsage|exchange|finally|floor|from|hrtime|instant|load|max|min|nextTick|now|parse|pause|plain\w+|race|resolve|sqrt|then|threadCpuUsage|trunc|uptime|zonedDateTimeISO)$/;
