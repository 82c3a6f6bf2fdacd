import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { assignedTo, assignedToThis } from './assigned-members.ts';
import { annotationsOfClass, membersOfClass, membersOfObject } from './members.ts';
import type { Member } from './members.ts';
import type { Evaluation } from './evaluation.ts';
import { returnedBy } from './returns.ts';
import type { SourceModel } from './source-model.ts';
import { isFunctionNode } from './syntax.ts';
import { instanceOf } from './value.ts';
import type { ClassValue, ConstructedValue, FunctionValue, InstanceValue, MergedValue, ObjectValue, Value } from './value.ts';

/** The values of a member of an object that the program writes out, what it spreads included. */
export function valuesOfObjectMember(value: ObjectValue, name: string, resolver: Evaluation): readonly Value[] {
  const { node, model } = value;
  const own = membersOfObject(value, name);
  const assigned = assignedTo(node, [name], model);
  if (own.length > 0 && assigned.length > 0) {
    // Which of them a use means is not followed.
    return resolver.doubt === 'none' ? [] : [...valuesOfMembers(own, model, resolver), ...valuesOfAll(assigned, model, resolver)];
  }
  const known = own.length > 0 ? valuesOfMembers(own, model, resolver) : valuesOfAll(assigned, model, resolver);
  if (known.length > 0 && own.length === 0) return known;
  // What is spread after a member replaces it where it has one of that name.
  const last = node.properties.findLastIndex((property) => own.some((member) => property.type === AST_NODE_TYPES.Property && member.node === property.value));
  const spread = node.properties.slice(last + 1).flatMap((property) =>
    property.type === AST_NODE_TYPES.SpreadElement
      ? resolver.valuesOf(property.argument, model).flatMap((values) => resolver.stepInto(values, name))
      : [],
  );
  return [...known, ...spread];
}

/** The values of a member of what `Object.assign` makes: up to the last object that certainly has it. */
export function valuesOfMergedMember({ parts }: MergedValue, name: string, resolver: Evaluation): readonly Value[] {
  const values: Value[] = [];
  for (const part of parts.toReversed()) {
    values.push(...part.flatMap((value) => resolver.stepInto(value, name)));
    if (part.length > 0 && part.every((value) => value.kind === 'object' && membersOfObject(value, name).length > 0)) break;
  }
  return values;
}

/** The values of a member of a class or of its instances, what it inherits included. */
export function valuesOfClassMember(
  value: ClassValue | InstanceValue,
  name: string,
  resolver: Evaluation,
): readonly Value[] {
  const isStatic = value.kind === 'class';
  const owner = isStatic ? value : value.of;
  const own = membersOfClass(owner, name, isStatic);
  if (own.length > 0) return valuesOfMembers(own, owner.model, resolver);
  const { node, model } = owner;
  const assigned = isStatic ? assignedTo(node, [name], model) : assignedToThis(node, name, model);
  const held = valuesOfAll(assigned, model, resolver);
  const annotations = held.length > 0 || isStatic || !resolver.readsAnnotations ? [] : annotationsOfClass(owner, name);
  if (assigned.length + annotations.length > 0) {
    return [...held, ...annotations.flatMap((annotation) => resolver.valuesOf(annotation, model))];
  }
  return parentsOf(owner, isStatic, resolver).flatMap((parent) => resolver.stepInto(parent, name));
}

/** The values of a member of a function: `load` after `read.load = …`. */
export function valuesOfFunctionMember(
  { node, model }: FunctionValue,
  name: string,
  resolver: Evaluation,
): readonly Value[] {
  return valuesOfAll(assignedTo(node, [name], model), model, resolver);
}

/** The values of a member of what `new` makes of a function: its own, or one of the function's `prototype`. */
export function valuesOfConstructedMember(
  { of }: ConstructedValue,
  name: string,
  resolver: Evaluation,
): readonly Value[] {
  const { node, model } = of;
  const own = [...assignedToThis(node, name, model), ...assignedTo(node, ['prototype', name], model)];
  if (own.length > 0) return valuesOfAll(own, model, resolver);
  return valuesOfFunctionMember(of, 'prototype', resolver).flatMap((prototype) => resolver.stepInto(prototype, name));
}

/** The functions that run when the member of that name is read or written. */
export function accessorsOf(
  value: Value,
  name: string,
  access: 'get' | 'set',
  resolver: Evaluation,
): readonly FunctionValue[] {
  switch (value.kind) {
    case 'object':
      return functionsAmong(membersOfObject(value, name), access, value.model);
    case 'class':
    case 'instance': {
      const isStatic = value.kind === 'class';
      const owner = isStatic ? value : value.of;
      const own = membersOfClass(owner, name, isStatic);
      if (own.length > 0) return functionsAmong(own, access, owner.model);
      return parentsOf(owner, isStatic, resolver).flatMap((parent) => resolver.accessorsOf(parent, name, access));
    }
    default:
      return [];
  }
}

/** What is put somewhere in several places counts only when all of it is known. */
function valuesOfAll(
  expressions: readonly TSESTree.Expression[],
  model: SourceModel,
  resolver: Evaluation,
): readonly Value[] {
  const all = expressions.map((expression) => resolver.valuesOf(expression, model));
  return all.every((values) => values.length > 0) ? all.flat() : [];
}

function parentsOf(owner: ClassValue, isStatic: boolean, resolver: Evaluation): readonly Value[] {
  const parents = resolver.superclassesOf(owner);
  return isStatic ? parents : parents.flatMap((parent) => instanceOf(parent));
}

function valuesOfMembers(members: readonly Member[], model: SourceModel, resolver: Evaluation): readonly Value[] {
  return members.flatMap(({ access, node }) => {
    if (access === 'value') return resolver.valuesOf(node, model);
    return access === 'get' && isFunctionNode(node)
      ? returnedBy(node).flatMap((expression) => resolver.valuesOf(expression, model))
      : [];
  });
}

function functionsAmong(
  members: readonly Member[],
  access: Member['access'],
  model: SourceModel,
): readonly FunctionValue[] {
  return members.flatMap(({ access: kind, node }) =>
    kind === access && isFunctionNode(node) ? [{ kind: 'function', node, model }] : [],
  );
}
