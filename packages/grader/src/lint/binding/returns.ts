import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from './value.ts';

/** What a short function gives back: the body of an arrow, or the last statement of a body when it is a `return`. */
export function returnedBy(node: FunctionNode): readonly TSESTree.Expression[] {
  if (node.generator) return [];
  if (node.body.type !== AST_NODE_TYPES.BlockStatement) return [node.body];
  const last = node.body.body.at(-1);
  return last?.type === AST_NODE_TYPES.ReturnStatement && last.argument !== null ? [last.argument] : [];
}
