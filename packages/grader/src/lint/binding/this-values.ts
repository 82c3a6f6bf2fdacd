import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { ownerOfThis } from './members.ts';
import type { ValueResolver } from './resolver.ts';
import type { SourceModel } from './source-model.ts';
import { instanceOf } from './value.ts';
import type { ClassValue, Value } from './value.ts';

/** What `this` and `super` stand for: the object, class or instance that the code around them is a part of. */
export function valuesOfThis(
  node: TSESTree.Super | TSESTree.ThisExpression,
  model: SourceModel,
  resolver: ValueResolver,
): readonly Value[] {
  const owner = ownerOfThis(node);
  if (owner === undefined) return [];
  if (owner.kind === 'object') return [{ kind: 'object', node: owner.node, model }];
  const own: ClassValue = { kind: 'class', node: owner.node, model };
  const values = node.type === AST_NODE_TYPES.Super ? resolver.superclassesOf(own) : [own];
  return owner.kind === 'class' ? values : values.flatMap((value) => instanceOf(value));
}
