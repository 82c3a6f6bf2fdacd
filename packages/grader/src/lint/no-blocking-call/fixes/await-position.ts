import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { isField, isFunctionNode, parentOf } from '../../binding/syntax.ts';
import { insertingAfter, insertingBefore } from './edit.ts';
import type { Edit, Site } from './edit.ts';

/** May `await` stand there? Only directly in the body of an async function. */
export function mayAwait(node: TSESTree.Node): boolean {
  let child = node;
  for (let parent = parentOf(node); parent !== undefined; child = parent, parent = parentOf(child)) {
    if (isFunctionNode(parent)) return parent.async && parent.body === child;
    if (isField(parent) || parent.type === AST_NODE_TYPES.StaticBlock) return false;
  }
  return false;
}

/**
 * What makes an expression awaited, with parentheses where they are needed and missing; `undefined` where nothing does.
 * `part` is the member of the result that is wanted: `.stdout`.
 */
export function awaiting(node: TSESTree.Expression, site: Site, part?: string): readonly Edit[] | undefined {
  const { parent } = node;
  if (parent.type === AST_NODE_TYPES.ChainExpression) return undefined;
  if (part !== undefined) {
    return continuesLine(node, site) ? undefined : [insertingBefore(node, '(await '), insertingAfter(node, `)${part}`)];
  }
  if (parent.type === AST_NODE_TYPES.AwaitExpression) return [];
  if (!bindsTighter(node, parent) || isParenthesized(node, site)) return [insertingBefore(node, 'await ')];
  if (continuesLine(node, site)) return undefined;
  return [insertingBefore(node, '(await '), insertingAfter(node, ')')];
}

function bindsTighter(node: TSESTree.Node, parent: TSESTree.Node): boolean {
  switch (parent.type) {
    case AST_NODE_TYPES.MemberExpression:
      return parent.object === node;
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression:
      return parent.callee === node;
    case AST_NODE_TYPES.TaggedTemplateExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
      return true;
    case AST_NODE_TYPES.BinaryExpression:
      return parent.operator === '**' && parent.left === node;
    case AST_NODE_TYPES.ClassDeclaration:
    case AST_NODE_TYPES.ClassExpression:
      return parent.superClass === node;
    default:
      return false;
  }
}

function isParenthesized(node: TSESTree.Node, { sourceCode }: Site): boolean {
  return sourceCode.getTokenBefore(node)?.value === '(' && sourceCode.getTokenAfter(node)?.value === ')';
}

/** Would a parenthesis at the beginning of the statement be read as a call of what stands in the line before? */
function continuesLine(node: TSESTree.Node, { sourceCode }: Site): boolean {
  const before = sourceCode.getTokenBefore(node);
  if (before === null || /^[;{}]$/.test(before.value)) return false;
  let statement: TSESTree.Node | undefined = node;
  while (statement !== undefined && statement.type !== AST_NODE_TYPES.ExpressionStatement) statement = parentOf(statement);
  return statement?.range[0] === node.range[0];
}
