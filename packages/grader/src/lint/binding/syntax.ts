import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { ClassNode, FunctionNode } from './value.ts';

export function isFunctionNode(node: TSESTree.Node): node is FunctionNode {
  return (
    node.type === AST_NODE_TYPES.ArrowFunctionExpression ||
    node.type === AST_NODE_TYPES.FunctionDeclaration ||
    node.type === AST_NODE_TYPES.FunctionExpression
  );
}

export function isClassNode(node: TSESTree.Node): node is ClassNode {
  return node.type === AST_NODE_TYPES.ClassDeclaration || node.type === AST_NODE_TYPES.ClassExpression;
}

export type Field = TSESTree.AccessorProperty | TSESTree.PropertyDefinition;

export function isField(node: TSESTree.Node): node is Field {
  return node.type === AST_NODE_TYPES.PropertyDefinition || node.type === AST_NODE_TYPES.AccessorProperty;
}

/** The node around, none for the whole file. ESLint gives that one a parent of its own, which is `null`. */
export function parentOf(node: TSESTree.Node): TSESTree.Node | undefined {
  return node.type === AST_NODE_TYPES.Program ? undefined : node.parent;
}

/** The expression inside of what changes nothing at run time: `x!`, `x as T`, `<T>x`, `x satisfies T`, `x?.y`. */
export function unwrapped(node: TSESTree.Node): TSESTree.Node {
  let inner = node;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}

/** The outermost node around `node` that changes nothing at run time: the reverse of {@link unwrapped}. */
export function wrapped(node: TSESTree.Node): TSESTree.Node {
  let outer = node;
  for (let parent = parentOf(outer); parent !== undefined && isWrapper(parent); parent = parentOf(outer)) outer = parent;
  return outer;
}

function isWrapper(node: TSESTree.Node): node is Wrapper {
  switch (node.type) {
    case AST_NODE_TYPES.ChainExpression:
    case AST_NODE_TYPES.TSAsExpression:
    case AST_NODE_TYPES.TSInstantiationExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
    case AST_NODE_TYPES.TSSatisfiesExpression:
    case AST_NODE_TYPES.TSTypeAssertion:
      return true;
    default:
      return false;
  }
}

type Wrapper =
  | TSESTree.ChainExpression
  | TSESTree.TSAsExpression
  | TSESTree.TSInstantiationExpression
  | TSESTree.TSNonNullExpression
  | TSESTree.TSSatisfiesExpression
  | TSESTree.TSTypeAssertion;
