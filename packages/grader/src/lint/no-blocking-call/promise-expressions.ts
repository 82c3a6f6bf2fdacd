import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { calledMember } from '../binding/call-values.ts';
import type { ValueResolver } from '../binding/resolver.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { unwrapped } from '../binding/syntax.ts';
import { isGlobal } from '../binding/value.ts';
import type { Value } from '../binding/value.ts';

/** Is the expression a promise by what its file alone tells? */
export function isPromise(expression: TSESTree.Node, model: SourceModel, resolver: ValueResolver): boolean {
  const node = unwrapped(expression);
  switch (node.type) {
    case AST_NODE_TYPES.ImportExpression:
      return true;
    case AST_NODE_TYPES.NewExpression:
      return resolver.valuesOf(node.callee, model).some((value) => isGlobal(value, 'Promise'));
    case AST_NODE_TYPES.CallExpression: {
      const member = calledMember(node, model);
      if (member?.name === 'then') return true;
      if (member?.name === 'catch' || member?.name === 'finally') return isPromise(member.object, model, resolver);
      return resolver.valuesOf(node.callee, model).some(makesPromise);
    }
    default:
      return false;
  }
}

const promiseMakers = ['fetch', ...['all', 'allSettled', 'any', 'race', 'reject', 'resolve', 'try'].map((name) => `Promise.${name}`)];

function makesPromise(value: Value): boolean {
  if (value.kind === 'function') return value.node.async && !value.node.generator;
  return promiseMakers.some((name) => isGlobal(value, name));
}
