import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from '../binding/source-model.ts';
import type { Effect } from './effects/effect.ts';
import { effectsOfArguments } from './effects/of-arguments.ts';
import { effectsOf } from './effects/of-node.ts';
import type { Surroundings } from './effects/surroundings.ts';

/** What a piece of code runs between two turns of the event loop. */
export function effectsInContext(node: TSESTree.Node, model: SourceModel, around: Surroundings): readonly Effect[] {
  if (around.contexts.contains(node, model)) return effectsOf(node, model, around);
  // Wherever a callback is handed to the event loop, it will run there: `setTimeout(poll, 1000)`.
  const isCall = node.type === AST_NODE_TYPES.CallExpression || node.type === AST_NODE_TYPES.NewExpression;
  const isScheduling = isCall && node.arguments.length > 0 && around.callbacks.fateIn(node, model) === 'event loop';
  return isScheduling ? effectsOfArguments(node, model, around) : [];
}
