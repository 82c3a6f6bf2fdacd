import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../../binding/bindings.ts';
import { parentOf, unwrapped, wrapped } from '../../binding/syntax.ts';
import type { FunctionValue } from '../../binding/value.ts';
import { variableOf } from '../../binding/variables.ts';
import type { Callbacks } from '../callbacks.ts';
import { calleeOf } from './callee.ts';

/** How far a function is followed that hands its parameter on to the next. */
const maxDepth = 4;

/** Does a function of the project call what it is given as its n-th argument? */
export function callsParameter(
  { node, model }: FunctionValue,
  index: number,
  bindings: Bindings,
  callbacks: Callbacks,
  depth = 0,
): boolean {
  const parameter = node.params[index];
  if (parameter?.type !== AST_NODE_TYPES.Identifier || depth > maxDepth) return false;
  const references = variableOf(parameter, model)?.references ?? [];
  return references.some(({ identifier }) => {
    const use = wrapped(identifier);
    const user = parentOf(use);
    if (user?.type === AST_NODE_TYPES.MemberExpression) return isCalledThrough(user, identifier);
    if (user?.type !== AST_NODE_TYPES.CallExpression) return false;
    if (unwrapped(user.callee) === identifier) return true;
    if (unwrapped(calleeOf(user, model, bindings)) === identifier) return true;
    const position = user.arguments.findIndex((argument) => argument === use);
    const fate = callbacks.fateIn(user, model);
    if (fate !== 'unknown') return fate !== 'kept';
    return bindings
      .functionsCalled(user, model)
      .some((value) => callsParameter(value, position, bindings, callbacks, depth + 1));
  });
}

/** `parameter.call(…)`. */
function isCalledThrough(member: TSESTree.MemberExpression, object: TSESTree.Node): boolean {
  const { property, computed } = member;
  const isIndirect =
    !computed && property.type === AST_NODE_TYPES.Identifier && (property.name === 'call' || property.name === 'apply');
  const call = wrapped(member).parent;
  return isIndirect && unwrapped(member.object) === object && call?.type === AST_NODE_TYPES.CallExpression;
}
