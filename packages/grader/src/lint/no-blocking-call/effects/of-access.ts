import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from '../../binding/constant-string.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { parentOf, wrapped } from '../../binding/syntax.ts';
import type { Effect } from './effect.ts';
import { effectsOfFunction } from './make.ts';
import { nameOf, placeOfName } from './names.ts';
import type { Surroundings } from './surroundings.ts';

/** What reading or writing a member runs: its getter, its setter. */
export function effectsOfAccess(
  member: TSESTree.MemberExpression,
  model: SourceModel,
  around: Surroundings,
): readonly Effect[] {
  const name = memberName({ computed: member.computed, name: member.property }, model);
  if (name === undefined) return [];
  const place = placeOfName(member.property, nameOf(member));
  return accessesOf(member).flatMap((access) =>
    around.bindings
      .accessorsOf(member, name, access, model)
      .flatMap((accessor) => effectsOfFunction(accessor, place, around)),
  );
}

/** What taking a member out of an object runs: `const { settings } = config`. */
export function effectsOfTaking(property: TSESTree.Property, model: SourceModel, around: Surroundings): readonly Effect[] {
  const name = memberName({ computed: property.computed, name: property.key }, model);
  if (name === undefined || property.parent.type !== AST_NODE_TYPES.ObjectPattern) return [];
  const { resolver } = around.bindings;
  const place = placeOfName(property.key, name);
  return resolver
    .valuesInPattern(property.parent, model)
    .flatMap((value) => resolver.accessorsOf(value, name, 'get'))
    .flatMap((accessor) => effectsOfFunction(accessor, place, around));
}

type Access = 'get' | 'set';

function accessesOf(member: TSESTree.MemberExpression): readonly Access[] {
  const node = wrapped(member);
  const user = parentOf(node);
  switch (user?.type) {
    case AST_NODE_TYPES.AssignmentExpression:
      if (user.left !== node) return ['get'];
      return user.operator === '=' ? ['set'] : ['get', 'set'];
    case AST_NODE_TYPES.UnaryExpression:
      // `delete` looks at nothing.
      return user.operator === 'delete' ? [] : ['get'];
    case AST_NODE_TYPES.UpdateExpression:
      return ['get', 'set'];
    default:
      return ['get'];
  }
}
