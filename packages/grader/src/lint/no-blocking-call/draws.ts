import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../binding/bindings.ts';
import { calledMember } from '../binding/called-member.ts';
import { lazyMethods } from '../binding/iterators.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { parentOf, unwrapped, wrapped } from '../binding/syntax.ts';
import { pathName } from '../binding/value.ts';
import type { FunctionValue, Value } from '../binding/value.ts';
import { variableOf } from '../binding/variables.ts';
import type { Call } from './primitives/primitive.ts';

/** How many functions an iterator is followed through that hand it on. */
const maxDepth = 4;

/** Methods of iterators that take values from them. */
export const drawingMethods: ReadonlySet<string> = new Set(['every', 'find', 'forEach', 'next', 'reduce', 'some', 'toArray']);

const goers: ReadonlySet<string> = new Set([
  'Array.from',
  'Map',
  'Math.max',
  'Math.min',
  'Object.fromEntries',
  'Object.groupBy',
  'Map.groupBy',
  'Promise.all',
  'Promise.allSettled',
  'Promise.any',
  'Promise.race',
  'Set',
]);

/** Does a call of it go through what it is given? */
export function goesThrough(value: Value): boolean {
  return value.kind === 'external' && value.module === undefined && goers.has(pathName(value.path));
}

/** Does the code around an iterator draw from it, as far as the file shows? */
export function isDrawn(iterator: TSESTree.Node, model: SourceModel, bindings: Bindings, depth = 0): boolean {
  const node = wrapped(iterator);
  const user = parentOf(node);
  const isUserDrawn = (): boolean => user !== undefined && isDrawn(user, model, bindings, depth);
  switch (user?.type) {
    case AST_NODE_TYPES.ForOfStatement:
      return user.right === node;
    case AST_NODE_TYPES.SpreadElement:
      return user.parent.type !== AST_NODE_TYPES.ObjectExpression;
    case AST_NODE_TYPES.YieldExpression:
      return user.delegate;
    case AST_NODE_TYPES.AwaitExpression:
    case AST_NODE_TYPES.LogicalExpression:
      return isUserDrawn();
    case AST_NODE_TYPES.ConditionalExpression:
      return user.test !== node && isUserDrawn();
    case AST_NODE_TYPES.VariableDeclarator:
      return user.init === node && isTargetDrawn(user.id, model, bindings, depth);
    case AST_NODE_TYPES.AssignmentExpression:
      return user.right === node && (isTargetDrawn(user.left, model, bindings, depth) || isUserDrawn());
    case AST_NODE_TYPES.MemberExpression:
      return user.object === node && isDrawnThrough(user, model, bindings, depth);
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression:
      return isDrawnBy(user, node, model, bindings, depth);
    default:
      return false;
  }
}

/** Does a function of the project draw from what it is given as its n-th argument? */
export function drawsParameter({ node, model }: FunctionValue, index: number, bindings: Bindings, depth = 0): boolean {
  const parameter = node.params[index];
  return parameter !== undefined && depth <= maxDepth && isTargetDrawn(parameter, model, bindings, depth + 1);
}

/** `const [first] = lines`, or whatever uses the name. */
function isTargetDrawn(target: TSESTree.Node, model: SourceModel, bindings: Bindings, depth: number): boolean {
  if (target.type === AST_NODE_TYPES.ArrayPattern) return true;
  if (target.type !== AST_NODE_TYPES.Identifier) return false;
  const references = variableOf(target, model)?.references ?? [];
  return references.some((reference) => reference.isRead() && isDrawn(reference.identifier, model, bindings, depth));
}

/** `lines.next()`, `lines.map(…)` that is drawn from in its turn. */
function isDrawnThrough(member: TSESTree.MemberExpression, model: SourceModel, bindings: Bindings, depth: number): boolean {
  const callee = wrapped(member);
  const call = parentOf(callee);
  if (call?.type !== AST_NODE_TYPES.CallExpression || call.callee !== callee) return false;
  const name = calledMember(call, model)?.name ?? '';
  if (drawingMethods.has(name)) return true;
  return (lazyMethods.has(name) || name === '@@iterator') && isDrawn(call, model, bindings, depth);
}

function isDrawnBy(call: Call, argument: TSESTree.Node, model: SourceModel, bindings: Bindings, depth: number): boolean {
  const index = call.arguments.findIndex((candidate) => candidate === argument);
  if (index < 0 || unwrapped(call.callee) === unwrapped(argument)) return false;
  const callee = bindings.valuesOf(call.callee, model);
  if (callee.some(goesThrough)) return true;
  if (callee.some((value) => value.kind === 'external' && value.module === undefined && pathName(value.path) === 'Iterator.from')) {
    return isDrawn(call, model, bindings, depth);
  }
  return callee.some((value) => value.kind === 'function' && drawsParameter(value, index, bindings, depth));
}
