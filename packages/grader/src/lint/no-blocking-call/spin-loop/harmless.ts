import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunctionNode } from '../../binding/syntax.ts';
import type { Call } from '../primitives/primitive.ts';

/** What is known about the calls of a loop and the members that it reads. */
export interface KnownParts {
  /** Does the call only look at clocks and compute, so that it is no work? */
  isHarmlessCall(call: Call): boolean;
  /** Does reading the member run no code but what looks at clocks? */
  isHarmlessRead(member: TSESTree.MemberExpression): boolean;
}

/** Does a part of a round, for itself, touch nothing but temporaries and counters? */
export function isHarmlessNode(node: TSESTree.Node, known: KnownParts): boolean {
  if (isFunctionNode(node)) return false;
  switch (node.type) {
    case AST_NODE_TYPES.AssignmentExpression:
      return writesNames(node.left);
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression:
      return known.isHarmlessCall(node);
    case AST_NODE_TYPES.MemberExpression:
      return known.isHarmlessRead(node);
    case AST_NODE_TYPES.UnaryExpression:
      return node.operator !== 'delete';
    case AST_NODE_TYPES.UpdateExpression:
      return node.argument.type === AST_NODE_TYPES.Identifier;
    case AST_NODE_TYPES.ClassExpression:
    case AST_NODE_TYPES.ForInStatement:
    case AST_NODE_TYPES.ForOfStatement:
    case AST_NODE_TYPES.ImportExpression:
    case AST_NODE_TYPES.JSXElement:
    case AST_NODE_TYPES.JSXFragment:
    case AST_NODE_TYPES.SpreadElement:
    case AST_NODE_TYPES.TaggedTemplateExpression:
    case AST_NODE_TYPES.YieldExpression:
      return false;
    default:
      return true;
  }
}

/** Is what is written variables only, and no members of something? */
function writesNames(target: TSESTree.Node): boolean {
  switch (target.type) {
    case AST_NODE_TYPES.Identifier:
      return true;
    case AST_NODE_TYPES.ArrayPattern:
      return target.elements.every((element) => element === null || writesNames(element));
    case AST_NODE_TYPES.ObjectPattern:
      return target.properties.every((property) => writesNames(property.type === AST_NODE_TYPES.Property ? property.value : property));
    case AST_NODE_TYPES.AssignmentPattern:
      return writesNames(target.left);
    case AST_NODE_TYPES.RestElement:
      return writesNames(target.argument);
    default:
      return false;
  }
}
