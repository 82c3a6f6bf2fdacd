import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../../binding/bindings.ts';
import { calledMember } from '../../binding/called-member.ts';
import { constructorOf } from '../../binding/members.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { isFunctionNode, parentOf, wrapped } from '../../binding/syntax.ts';
import type { FunctionNode } from '../../binding/value.ts';
import { variableOf } from '../../binding/variables.ts';
import { walk } from '../../binding/walk.ts';
import { storingMethods } from '../callbacks.ts';
import type { Call } from '../primitives/primitive.ts';

/** Does a call of the program's own function only put the argument away: `registry.provide(() => …)`, `new Lazy(() => …)`? */
export function isOnlyStored(argument: TSESTree.Node, call: Call, model: SourceModel, bindings: Bindings): boolean {
  const index = call.arguments.findIndex((candidate) => candidate === wrapped(argument));
  const callee = bindings.resolver.valuesOf(call.callee, model);
  return callee.length > 0 && callee.every((value) => {
    if (value.kind === 'function') return stores(value.node, index, value.model);
    const constructor = value.kind === 'class' ? constructorOf(value) : undefined;
    return constructor !== undefined && value.kind === 'class' && stores(constructor, index, value.model);
  });
}

function stores(owner: FunctionNode, index: number, model: SourceModel): boolean {
  const parameter = owner.params[index];
  if (parameter === undefined || owner.async || owner.generator || callsSomething(owner, model)) return false;
  if (parameter.type === AST_NODE_TYPES.TSParameterProperty) return true;
  if (parameter.type !== AST_NODE_TYPES.Identifier) return false;
  const uses = variableOf(parameter, model)?.references ?? [];
  return uses.length > 0 && uses.every(({ identifier }) => isPutAway(wrapped(identifier)));
}

/** Does it do more than store? What it calls may call what is stored. */
function callsSomething({ body }: FunctionNode, model: SourceModel): boolean {
  let calls = false;
  walk(body, model, (node) => {
    if (isFunctionNode(node)) return false;
    const isCall = node.type === AST_NODE_TYPES.CallExpression;
    calls ||= isCall ? !storingMethods.has(calledMember(node, model)?.name ?? '') : node.type === AST_NODE_TYPES.NewExpression;
    return !calls;
  });
  return calls;
}

function isPutAway(use: TSESTree.Node): boolean {
  const user = parentOf(use);
  switch (user?.type) {
    case AST_NODE_TYPES.AssignmentExpression:
      return user.right === use && user.left.type === AST_NODE_TYPES.MemberExpression;
    case AST_NODE_TYPES.CallExpression:
      return user.callee !== use;
    default:
      return false;
  }
}
