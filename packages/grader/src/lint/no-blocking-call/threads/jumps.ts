import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Evaluation } from '../../binding/evaluation.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { unwrapped } from '../../binding/syntax.ts';
import { isGlobal, pathName } from '../../binding/value.ts';

/** How far control is gone that does not come to the next statement: out of the block, or out of its callers too. */
export type Reach = 'block' | 'callers';

/** Does control never come past the statement? */
export function leaves(statement: TSESTree.Node | null, reach: Reach, model: SourceModel, resolver: Evaluation): boolean {
  const part = (inner: TSESTree.Node | null): boolean => leaves(inner, reach, model, resolver);
  switch (statement?.type) {
    case AST_NODE_TYPES.ThrowStatement:
      return true;
    case AST_NODE_TYPES.BreakStatement:
    case AST_NODE_TYPES.ContinueStatement:
    case AST_NODE_TYPES.ReturnStatement:
      return reach === 'block';
    case AST_NODE_TYPES.BlockStatement:
      return statement.body.some(part);
    case AST_NODE_TYPES.IfStatement:
      return part(statement.consequent) && part(statement.alternate);
    case AST_NODE_TYPES.TryStatement:
      return part(statement.finalizer) || (part(statement.block) && (statement.handler === null || part(statement.handler.body)));
    case AST_NODE_TYPES.ExpressionStatement:
      return endsProcess(statement.expression, model, resolver);
    default:
      return false;
  }
}

/** `process.exit()` */
export function endsProcess(expression: TSESTree.Node, model: SourceModel, resolver: Evaluation): boolean {
  const node = unwrapped(expression);
  if (node.type !== AST_NODE_TYPES.CallExpression) return false;
  return resolver.valuesOf(node.callee, model).some((value) => {
    if (isGlobal(value, 'process.exit') || isGlobal(value, 'process.abort')) return true;
    return value.kind === 'external' && value.module === 'process' && /^(?:exit|abort)$/.test(pathName(value.path));
  });
}
