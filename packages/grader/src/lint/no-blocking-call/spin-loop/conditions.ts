import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { parentOf } from '../../binding/syntax.ts';

/** What decides, inside of a loop, whether a place is reached. */
export function conditionsOf(place: TSESTree.Node, loop: TSESTree.Node): readonly TSESTree.Expression[] {
  const conditions: TSESTree.Expression[] = [];
  let child = place;
  for (let parent = parentOf(child); parent !== undefined && child !== loop; parent = parentOf(child)) {
    const condition = conditionIn(parent, child);
    if (condition !== null && parent !== loop) conditions.push(condition);
    child = parent;
  }
  return conditions;
}

function conditionIn(node: TSESTree.Node, child: TSESTree.Node): TSESTree.Expression | null {
  switch (node.type) {
    case AST_NODE_TYPES.ConditionalExpression:
    case AST_NODE_TYPES.IfStatement:
      return node.test === child ? null : node.test;
    case AST_NODE_TYPES.LogicalExpression:
      return node.right === child ? node.left : null;
    case AST_NODE_TYPES.SwitchStatement:
      return node.discriminant === child ? null : node.discriminant;
    case AST_NODE_TYPES.DoWhileStatement:
    case AST_NODE_TYPES.ForStatement:
    case AST_NODE_TYPES.WhileStatement:
      return node.test === child ? null : node.test;
    default:
      return null;
  }
}
