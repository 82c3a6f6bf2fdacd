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
    case AST_NODE_TYPES.ForStatement:
      return node.test === child || countsFromZero(node) ? null : node.test;
    case AST_NODE_TYPES.DoWhileStatement:
    case AST_NODE_TYPES.WhileStatement:
      return node.test === child ? null : node.test;
    default:
      return null;
  }
}

/** `for (let i = 0; i < 1000; i++)`: its body is reached in any case. */
function countsFromZero({ init, test }: TSESTree.ForStatement): boolean {
  if (init?.type !== AST_NODE_TYPES.VariableDeclaration || test?.type !== AST_NODE_TYPES.BinaryExpression) return false;
  const [counter] = init.declarations;
  if (counter?.id.type !== AST_NODE_TYPES.Identifier || counter.init?.type !== AST_NODE_TYPES.Literal) return false;
  const { left, right, operator } = test;
  const isOwn = left.type === AST_NODE_TYPES.Identifier && left.name === counter.id.name;
  const isBound = right.type === AST_NODE_TYPES.Literal && typeof right.value === 'number' && right.value > 0;
  return isOwn && isBound && counter.init.value === 0 && (operator === '<' || operator === '<=');
}
