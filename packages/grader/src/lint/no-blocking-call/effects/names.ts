import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrapped } from '../../binding/syntax.ts';
import type { Primitive } from '../primitives/primitive.ts';
import type { Place } from './effect.ts';

/** The node that names what an expression reaches: `readFileSync` in `fs.readFileSync`. */
export function lastName(expression: TSESTree.Node): TSESTree.Node {
  const node = unwrapped(expression);
  return node.type === AST_NODE_TYPES.MemberExpression ? node.property : node;
}

/** A short name for an expression, as the code has it: `this.files.load`; of what has no name, only its last part. */
export function nameOf(expression: TSESTree.Node): string {
  const node = unwrapped(expression);
  switch (node.type) {
    case AST_NODE_TYPES.Identifier:
      return node.name;
    case AST_NODE_TYPES.PrivateIdentifier:
      return `#${node.name}`;
    case AST_NODE_TYPES.ThisExpression:
      return 'this';
    case AST_NODE_TYPES.Super:
      return 'super';
    case AST_NODE_TYPES.Literal:
      return String(node.value);
    case AST_NODE_TYPES.CallExpression:
      return withCall(nameOf(node.callee));
    case AST_NODE_TYPES.NewExpression:
      return withCall(nameOf(node.callee));
    case AST_NODE_TYPES.MemberExpression:
      return nameOfMember(node);
    case AST_NODE_TYPES.FunctionExpression:
      return node.id?.name ?? '';
    default:
      return '';
  }
}

function nameOfMember({ object, property, computed }: TSESTree.MemberExpression): string {
  // A number or a name says which one; what is computed is none.
  if (computed && !isText(property)) return `${nameOf(object) || '…'}[${isShort(property) ? nameOf(property) : '…'}]`;
  return [nameOf(object), nameOf(property)].filter((name) => name !== '').join('.');
}

function isShort({ type }: TSESTree.Node): boolean {
  return type === AST_NODE_TYPES.Literal || type === AST_NODE_TYPES.Identifier;
}

function isText(node: TSESTree.Node): boolean {
  return node.type === AST_NODE_TYPES.Literal && typeof node.value === 'string';
}

function withCall(name: string): string {
  return name === '' ? '' : `${name}()`;
}

/** Where a call is said, and how. */
export function placeOfCall(callee: TSESTree.Node, isConstruction = false): Place {
  const name = nameOf(callee) || '…';
  return { node: lastName(callee), name, text: isConstruction ? `new ${name}()` : `${name}()` };
}

/** Where something is said that stands there by its name alone. */
export function placeOfName(node: TSESTree.Node, name: string): Place {
  return { node, name, text: name };
}

/** The name that everybody knows it by: `fs.readFileSync`, however the code imports it. */
export function wellKnownName({ module, path }: Pick<Primitive, 'module' | 'path'>): string {
  return [module?.replace(/^@[^/]*\//, ''), path].filter((part) => part !== undefined && part !== '').join('.');
}
