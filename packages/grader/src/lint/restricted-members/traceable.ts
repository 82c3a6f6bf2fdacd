import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from '../binding/constant-string.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { unwrapped, wrapped } from '../binding/syntax.ts';
import { variableOf, writesTo } from '../binding/variables.ts';

/** Can it still be seen, from the place where a global stands, which of its members are used? */
export function isTraceable(reference: TSESTree.Node, model: SourceModel): boolean {
  const node = wrapped(reference);
  const { parent } = node;
  switch (parent?.type) {
    case AST_NODE_TYPES.MemberExpression:
      return parent.object !== node || memberName({ computed: parent.computed, name: parent.property }, model) !== undefined;
    case AST_NODE_TYPES.VariableDeclarator:
      return isTraceableTarget(parent.id, 0, model);
    case AST_NODE_TYPES.AssignmentExpression:
      return parent.operator === '=' && isTraceableTarget(parent.left, 1, model) && isStatement(parent);
    case AST_NODE_TYPES.AssignmentPattern:
      return isTraceableTarget(parent.left, 0, model);
    case AST_NODE_TYPES.ConditionalExpression:
      return parent.test === node || isTraceable(parent, model);
    case AST_NODE_TYPES.LogicalExpression:
      return isTraceable(parent, model);
    case AST_NODE_TYPES.CallExpression:
      return parent.callee === node || isThisArgument(node, parent, model);
    case AST_NODE_TYPES.BinaryExpression:
      return comparisons.has(parent.operator);
    case AST_NODE_TYPES.ClassDeclaration:
    case AST_NODE_TYPES.ClassExpression:
    case AST_NODE_TYPES.ExpressionStatement:
    case AST_NODE_TYPES.NewExpression:
    case AST_NODE_TYPES.TSQualifiedName:
    case AST_NODE_TYPES.TSTypeQuery:
    case AST_NODE_TYPES.UnaryExpression:
      return parent.type !== AST_NODE_TYPES.NewExpression || parent.callee === node;
    default:
      return false;
  }
}

const comparisons: ReadonlySet<string> = new Set(['===', '!==', '==', '!=', 'instanceof']);

/** A name that never gets another value, or a pattern that names every member it takes. */
function isTraceableTarget(target: TSESTree.Node, writes: number, model: SourceModel): boolean {
  switch (target.type) {
    case AST_NODE_TYPES.Identifier: {
      const variable = variableOf(target, model);
      return variable !== undefined && writesTo(variable).length === writes;
    }
    case AST_NODE_TYPES.ObjectPattern:
      return target.properties.every(
        (property) =>
          property.type === AST_NODE_TYPES.Property &&
          memberName({ computed: property.computed, name: property.key }, model) !== undefined,
      );
    default:
      return false;
  }
}

function isStatement(node: TSESTree.Node): boolean {
  return node.parent?.type === AST_NODE_TYPES.ExpressionStatement;
}

/** `Promise.resolve.call(Promise, value)`, where the member is named all the same. */
function isThisArgument(node: TSESTree.Node, call: TSESTree.CallExpression, model: SourceModel): boolean {
  const callee = unwrapped(call.callee);
  if (call.arguments[0] !== node || callee.type !== AST_NODE_TYPES.MemberExpression) return false;
  const name = memberName({ computed: callee.computed, name: callee.property }, model);
  return (name === 'call' || name === 'apply' || name === 'bind') && unwrapped(callee.object).type === AST_NODE_TYPES.MemberExpression;
}
