import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../binding/bindings.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { isClassNode, isFunctionNode, unwrapped } from '../binding/syntax.ts';
import type { FunctionNode } from '../binding/value.ts';
import { variableOf } from '../binding/variables.ts';
import { walk } from '../binding/walk.ts';
import { isPromise } from './promise-expressions.ts';

/** Does every call of a function that is not async give a promise, or something else to await? */
export function givesPromise(owner: FunctionNode, model: SourceModel, bindings: Bindings): boolean {
  if (owner.returnType !== undefined) return isPromiseType(owner.returnType.typeAnnotation, owner, model, bindings);
  const results = resultsOf(owner, model);
  // Whoever returns a number now and then must be read as a function of numbers.
  if (results.length === 0 || !results.every(mayBePromise)) return false;
  return results.every((result) => result !== null && isPromise(result, model, bindings.resolver)) || bindings.returnsThenable(owner, model) === true;
}

function isPromiseType(type: TSESTree.TypeNode, owner: FunctionNode, model: SourceModel, bindings: Bindings): boolean {
  if (type.type !== AST_NODE_TYPES.TSTypeReference && type.type !== AST_NODE_TYPES.TSUnionType) return false;
  const known = bindings.returnsThenable(owner, model);
  if (known !== undefined) return known;
  if (type.type === AST_NODE_TYPES.TSUnionType || type.typeName.type !== AST_NODE_TYPES.Identifier) return false;
  const { name } = type.typeName;
  return (name === 'Promise' || name === 'PromiseLike') && variableOf(type.typeName, model) === undefined;
}

/** Can the expression be a promise at all, by its form? `undefined` may stand beside promises. */
function mayBePromise(expression: TSESTree.Expression | null): boolean {
  if (expression === null) return true;
  switch (unwrapped(expression).type) {
    case AST_NODE_TYPES.ArrayExpression:
    case AST_NODE_TYPES.ArrowFunctionExpression:
    case AST_NODE_TYPES.BinaryExpression:
    case AST_NODE_TYPES.ClassExpression:
    case AST_NODE_TYPES.FunctionExpression:
    case AST_NODE_TYPES.JSXElement:
    case AST_NODE_TYPES.JSXFragment:
    case AST_NODE_TYPES.Literal:
    case AST_NODE_TYPES.ObjectExpression:
    case AST_NODE_TYPES.TemplateLiteral:
    case AST_NODE_TYPES.UnaryExpression:
    case AST_NODE_TYPES.UpdateExpression:
      return false;
    default:
      return true;
  }
}

/** What the function returns, `null` for a bare `return`; what functions inside of it return is theirs. */
function resultsOf(owner: FunctionNode, model: SourceModel): readonly (TSESTree.Expression | null)[] {
  if (owner.body.type !== AST_NODE_TYPES.BlockStatement) return [owner.body];
  const results: (TSESTree.Expression | null)[] = [];
  walk(owner.body, model, (node) => {
    if (node.type === AST_NODE_TYPES.ReturnStatement) results.push(node.argument);
    return !isFunctionNode(node) && !isClassNode(node);
  });
  return results;
}
