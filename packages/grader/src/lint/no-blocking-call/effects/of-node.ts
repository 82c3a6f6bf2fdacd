import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from '../../binding/source-model.ts';
import { isLoopNode } from '../spin-loop/loop.ts';
import { spinOf } from '../spin-loop/spin-loop.ts';
import type { Effect } from './effect.ts';
import { effectsOfFunction, effectsOfPrimitive } from './make.ts';
import { placeOfCall, placeOfName } from './names.ts';
import { effectsOfAccess, effectsOfTaking } from './of-access.ts';
import { effectsOfArguments } from './of-arguments.ts';
import { effectsOfCall } from './of-call.ts';
import { effectsOfConsuming, effectsOfIterating, effectsOfUsing } from './of-iteration.ts';
import type { Surroundings } from './surroundings.ts';

/** What a piece of code runs by itself, without the pieces that it is made of. */
export function effectsOf(node: TSESTree.Node, model: SourceModel, around: Surroundings): readonly Effect[] {
  switch (node.type) {
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression:
      return [
        ...effectsOfCall(node, model, around),
        ...effectsOfArguments(node, model, around),
        ...effectsOfConsuming(node, model, around),
      ];
    case AST_NODE_TYPES.TaggedTemplateExpression:
      return effectsOfTag(node, model, around);
    case AST_NODE_TYPES.MemberExpression:
      return effectsOfAccess(node, model, around);
    case AST_NODE_TYPES.Property:
      return effectsOfTaking(node, model, around);
    case AST_NODE_TYPES.ForOfStatement:
      return effectsOfIterating(node.right, model, around);
    case AST_NODE_TYPES.SpreadElement:
      return node.parent.type === AST_NODE_TYPES.ObjectExpression ? [] : effectsOfIterating(node.argument, model, around);
    case AST_NODE_TYPES.YieldExpression:
      return node.delegate ? effectsOfIterating(node.argument, model, around) : [];
    case AST_NODE_TYPES.VariableDeclaration:
      return effectsOfUsing(node, model, around);
    case AST_NODE_TYPES.VariableDeclarator:
      return node.id.type === AST_NODE_TYPES.ArrayPattern && node.init !== null
        ? effectsOfIterating(node.init, model, around)
        : [];
    default:
      return isLoopNode(node) ? effectsOfLoop(node, model, around) : [];
  }
}

/** The kinds of nodes that {@link effectsOf} has something to say about. */
export const effectfulNodes = [
  AST_NODE_TYPES.CallExpression,
  AST_NODE_TYPES.DoWhileStatement,
  AST_NODE_TYPES.ForOfStatement,
  AST_NODE_TYPES.ForStatement,
  AST_NODE_TYPES.MemberExpression,
  AST_NODE_TYPES.NewExpression,
  AST_NODE_TYPES.Property,
  AST_NODE_TYPES.SpreadElement,
  AST_NODE_TYPES.TaggedTemplateExpression,
  AST_NODE_TYPES.VariableDeclaration,
  AST_NODE_TYPES.VariableDeclarator,
  AST_NODE_TYPES.WhileStatement,
  AST_NODE_TYPES.YieldExpression,
] as const;

function effectsOfTag(
  { tag }: TSESTree.TaggedTemplateExpression,
  model: SourceModel,
  around: Surroundings,
): readonly Effect[] {
  const place = placeOfCall(tag);
  return around.bindings
    .valuesOf(tag, model)
    .flatMap((value): readonly Effect[] => {
      if (value.kind === 'external') return effectsOfPrimitive(value, place, undefined, around);
      return value.kind === 'function' ? effectsOfFunction(value, place, around) : [];
    });
}

function effectsOfLoop(
  node: TSESTree.DoWhileStatement | TSESTree.ForStatement | TSESTree.WhileStatement,
  model: SourceModel,
  { bindings, busyWait }: Surroundings,
): readonly Effect[] {
  const spin = busyWait ? spinOf(node, model, bindings) : undefined;
  return spin === undefined ? [] : [{ kind: 'spin', spin, ...placeOfName(node, loopNames[node.type]) }];
}

const loopNames = {
  [AST_NODE_TYPES.DoWhileStatement]: 'do … while',
  [AST_NODE_TYPES.ForStatement]: 'for',
  [AST_NODE_TYPES.WhileStatement]: 'while',
} as const;
