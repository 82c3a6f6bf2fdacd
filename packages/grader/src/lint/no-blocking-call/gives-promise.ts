import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { Bindings } from '../binding/bindings.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { unwrapped } from '../binding/syntax.ts';
import type { FunctionNode } from '../binding/value.ts';
import { isPromise, isPromiseType } from './promise-expressions.ts';
import { resultsOf } from './results.ts';
import type { Result } from './results.ts';

/** Does every call of a function that is not async give a promise, or something else to await? */
export function givesPromise(owner: FunctionNode, model: SourceModel, bindings: Bindings): boolean {
  const byNames = promisesByNames(owner, model, bindings);
  return byNames === 'ask types' ? bindings.returnsThenable(owner, model) === true : byNames;
}

/** The same as far as names tell; where there are no types to ask, what is not known is none. */
export function promisesByNames(owner: FunctionNode, model: SourceModel, bindings: Bindings): boolean | 'ask types' {
  const unknown = bindings.hasTypes ? 'ask types' : false;
  if (owner.returnType !== undefined) {
    const { typeAnnotation } = owner.returnType;
    return isPromiseType(typeAnnotation, model) ?? bindings.isThenableType(typeAnnotation, model);
  }
  const results = resultsOf(owner, model);
  // Whoever returns a number now and then must be read as a function of numbers.
  if (results.length === 0 || !results.every(mayBePromise)) return false;
  return results.every((result) => result !== null && isPromise(result, model, bindings.resolver)) || unknown;
}

/** Can the expression be a promise at all, by its form? `undefined` may stand beside promises. */
function mayBePromise(expression: Result): boolean {
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
