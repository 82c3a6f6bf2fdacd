import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from './constant-string.ts';
import { ownerOfThis } from './members.ts';
import type { Evaluation } from './evaluation.ts';
import type { SourceModel } from './source-model.ts';
import { isClassNode, parentOf } from './syntax.ts';
import { instanceOf } from './value.ts';
import type { ClassValue, Value } from './value.ts';

/** What `this` and `super` stand for: the object, class or instance that the code around them is a part of. */
export function valuesOfThis(
  node: TSESTree.Super | TSESTree.ThisExpression,
  model: SourceModel,
  resolver: Evaluation,
): readonly Value[] {
  const owner = ownerOfThis(node);
  if (owner === undefined) return node.type === AST_NODE_TYPES.ThisExpression ? valuesOfAssignedThis(node, model, resolver) : [];
  if (owner.kind === 'object') return [{ kind: 'object', node: owner.node, model }];
  const own: ClassValue = { kind: 'class', node: owner.node, model };
  const values = node.type === AST_NODE_TYPES.Super ? resolver.superclassesOf(own) : [own];
  return owner.kind === 'class' ? values : values.flatMap((value) => instanceOf(value));
}

/** `this` in what is put into a prototype, a constructor or another object: `Store.prototype.load = function () { … }`. */
function valuesOfAssignedThis(
  node: TSESTree.ThisExpression,
  model: SourceModel,
  resolver: Evaluation,
): readonly Value[] {
  const method = functionOfThis(node);
  const assignment = method?.parent;
  if (assignment?.type !== AST_NODE_TYPES.AssignmentExpression || assignment.right !== method) return [];
  const { left } = assignment;
  if (left.type !== AST_NODE_TYPES.MemberExpression) return [];
  const { object } = left;
  const isPrototype = object.type === AST_NODE_TYPES.MemberExpression && nameOf(object, model) === 'prototype';
  return isPrototype
    ? resolver.valuesOf(object.object, model).flatMap((value) => instanceOf(value))
    : resolver.valuesOf(object, model);
}

function functionOfThis(node: TSESTree.Node): TSESTree.FunctionExpression | undefined {
  for (let around = parentOf(node); around !== undefined; around = parentOf(around)) {
    if (around.type === AST_NODE_TYPES.FunctionExpression) return around;
    if (around.type === AST_NODE_TYPES.FunctionDeclaration || isClassNode(around)) return undefined;
  }
  return undefined;
}

function nameOf(member: TSESTree.MemberExpression, model: SourceModel): string | undefined {
  return memberName({ computed: member.computed, name: member.property }, model);
}
