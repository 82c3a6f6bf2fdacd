import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from '../../binding/source-model.ts';
import type { Effect } from './effect.ts';
import { effectsOfArguments, hasNamedArgument } from './of-arguments.ts';
import type { Surroundings } from './surroundings.ts';

/** What will run on the event loop, wherever it is handed to it: `setTimeout(poll, 1000)`. */
export function effectsOfScheduling(
  node: TSESTree.Node,
  model: SourceModel,
  around: Surroundings,
): readonly Effect[] {
  const isCall = node.type === AST_NODE_TYPES.CallExpression || node.type === AST_NODE_TYPES.NewExpression;
  const isScheduling = isCall && hasNamedArgument(node) && around.callbacks.fateIn(node, model) === 'event loop';
  return isScheduling ? effectsOfArguments(node, model, around) : [];
}
