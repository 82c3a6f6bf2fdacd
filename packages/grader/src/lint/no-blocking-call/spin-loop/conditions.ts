import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { parentOf } from '../../binding/syntax.ts';

/** What decides, inside of a loop, whether a place is reached. */
export function conditionsOf(place: TSESTree.Node, loop: TSESTree.Node): readonly TSESTree.Expression[] {
  const conditions: TSESTree.Expression[] = [];
  let child = place;
  for (let parent = parentOf(child); parent !== undefined && child !== loop; parent = parentOf(child)) {
    if (parent !== loop) conditions.push(...conditionsIn(parent, child));
    child = parent;
  }
  return conditions;
}

function conditionsIn(node: TSESTree.Node, child: TSESTree.Node): readonly TSESTree.Expression[] {
  if (node.type === AST_NODE_TYPES.BlockStatement) return conditionsBefore(node, child);
  const condition = conditionIn(node, child);
  return condition === null ? [] : [condition];
}

/** `if (…) continue;`, and what comes after it. */
function conditionsBefore({ body }: TSESTree.BlockStatement, child: TSESTree.Node): readonly TSESTree.Expression[] {
  const before = body.slice(0, body.findIndex((statement) => statement === child));
  return before.flatMap((statement) =>
    statement.type === AST_NODE_TYPES.IfStatement && goesOn(statement.consequent) ? [statement.test] : [],
  );
}

/** Does it end with the next round? Another jump ends this one as well, so nothing hangs on it. */
function goesOn(statement: TSESTree.Statement): boolean {
  if (statement.type === AST_NODE_TYPES.BlockStatement) return statement.body.some(goesOn);
  return statement.type === AST_NODE_TYPES.ContinueStatement;
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
