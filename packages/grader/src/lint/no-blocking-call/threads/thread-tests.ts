import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Evaluation } from '../../binding/evaluation.ts';
import { returnedBy } from '../../binding/returns.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { unwrapped } from '../../binding/syntax.ts';
import { isGlobal, pathName } from '../../binding/value.ts';
import type { Value } from '../../binding/value.ts';
import { constantValue } from '../../binding/variables.ts';

/** The thread on which code runs, where it tells threads apart. */
export type Thread = 'main' | 'worker';

/** How many constants and functions a test is followed through that is said in other words. */
const maxDepth = 4;

/** On which thread a condition holds, or does not: `isMainThread`, `parentPort !== null`; `undefined` for all others. */
export function threadWhere(
  condition: TSESTree.Node,
  holds: boolean,
  model: SourceModel,
  resolver: Evaluation,
  depth = 0,
): Thread | undefined {
  const node = unwrapped(condition);
  const of = (part: TSESTree.Node, partHolds: boolean): Thread | undefined => threadWhere(part, partHolds, model, resolver, depth);
  switch (node.type) {
    case AST_NODE_TYPES.UnaryExpression:
      return node.operator === '!' ? of(node.argument, !holds) : undefined;
    case AST_NODE_TYPES.LogicalExpression: {
      const [left, right] = [of(node.left, holds), of(node.right, holds)];
      // Both sides hold where `&&` does, neither where `||` does not; else it may have been either of them.
      const isBoth = node.operator === '&&' ? holds : node.operator === '||' && !holds;
      if (isBoth) return left ?? right;
      return left === right ? left : undefined;
    }
    case AST_NODE_TYPES.BinaryExpression:
      return threadCompared(node, holds, model, resolver);
    case AST_NODE_TYPES.CallExpression: {
      const callee = resolver.valuesOf(node.callee, model);
      const [first] = node.arguments;
      if (first !== undefined && callee.some((value) => isGlobal(value, 'Boolean'))) return of(first, holds);
      const [own] = callee;
      if (own?.kind !== 'function' || own.node.async || depth >= maxDepth) return undefined;
      const [result] = returnedBy(own.node);
      return result && threadWhere(result, holds, own.model, resolver, depth + 1);
    }
    case AST_NODE_TYPES.Identifier: {
      const init = constantValue(node, model);
      const known = init !== undefined && depth < maxDepth ? threadWhere(init, holds, model, resolver, depth + 1) : undefined;
      return known ?? threadOfValues(resolver.valuesOf(node, model), holds);
    }
    default:
      return threadOfValues(resolver.valuesOf(node, model), holds);
  }
}

/** Where something of `node:worker_threads` is true, or what stands in for true. */
function threadOfValues(values: readonly Value[], holds: boolean): Thread | undefined {
  if (values.some((value) => isOfThreads(value, 'isMainThread'))) return holds ? 'main' : 'worker';
  const isWorkers = values.some((value) => isOfWorker(value) || isOfThreads(value, 'threadId'));
  return isWorkers ? (holds ? 'worker' : 'main') : undefined;
}

/** `isMainThread === false`, `parentPort !== null`, `threadId > 0` */
function threadCompared(
  { left, right, operator }: TSESTree.BinaryExpression,
  holds: boolean,
  model: SourceModel,
  resolver: Evaluation,
): Thread | undefined {
  const [subject, other] = isConstant(left) ? [right, left] : [left, right];
  if (!isConstant(other)) return undefined;
  switch (operator) {
    case '===':
    case '==':
      return threadWhere(subject, holds === isTruthy(other), model, resolver, maxDepth);
    case '!==':
    case '!=':
      return threadWhere(subject, holds !== isTruthy(other), model, resolver, maxDepth);
    case '>':
    case '<':
      return threadWhere(subject, holds, model, resolver, maxDepth);
    default:
      return undefined;
  }
}

/** A truth value, zero, or nothing. */
function isConstant(node: TSESTree.Node): boolean {
  if (node.type === AST_NODE_TYPES.Identifier) return node.name === 'undefined';
  return node.type === AST_NODE_TYPES.Literal && (typeof node.value === 'boolean' || node.value === 0 || node.raw === 'null');
}

function isTruthy(constant: TSESTree.Node): boolean {
  return constant.type === AST_NODE_TYPES.Literal && constant.value === true;
}

/** What only a worker thread has: the port to its parent, and the data that it was given. */
export function isOfWorker(value: Value): boolean {
  return isOfThreads(value, 'parentPort') || isOfThreads(value, 'workerData');
}

function isOfThreads(value: Value, name: string): boolean {
  return value.kind === 'external' && value.module === 'worker_threads' && pathName(value.path) === name;
}
