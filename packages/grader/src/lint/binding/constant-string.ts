import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from './source-model.ts';
import { unwrapped } from './syntax.ts';
import { constantValue, variableOf, writesTo } from './variables.ts';

/** Constants that name each other in a circle end here. */
const maxDepth = 20;

/** The text of an expression that is the same in every run: `'all'`, `` `all` ``, `'a' + 'll'`, a constant. */
export function constantString(expression: TSESTree.Node, model: SourceModel, depth = 0): string | undefined {
  if (depth > maxDepth) return undefined;
  const node = unwrapped(expression);
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      return typeof node.value === 'string' || typeof node.value === 'number' ? String(node.value) : undefined;
    case AST_NODE_TYPES.TemplateLiteral:
      return joined(templateParts(node), model, depth);
    case AST_NODE_TYPES.BinaryExpression:
      return node.operator === '+' ? joined([node.left, node.right], model, depth) : undefined;
    case AST_NODE_TYPES.Identifier:
      return constantOf(node, model, depth);
    case AST_NODE_TYPES.MemberExpression:
      return symbolName(node) ?? constantMember(node, model, depth);
    default:
      return undefined;
  }
}

/** The name of a member: of `a.b`, `a['b']`, `a.#b`, or of the key in `{ b: 1 }`. */
export function memberName(
  node: { readonly computed: boolean; readonly name: TSESTree.Node },
  model: SourceModel,
): string | undefined {
  if (node.computed) return constantString(node.name, model);
  switch (node.name.type) {
    case AST_NODE_TYPES.Identifier:
      return node.name.name;
    case AST_NODE_TYPES.PrivateIdentifier:
      return `#${node.name.name}`;
    default:
      return constantString(node.name, model);
  }
}

/** `@@iterator` for `Symbol.iterator`: a key that is the same in every run, like a text. */
function symbolName({ object, property, computed }: TSESTree.MemberExpression): string | undefined {
  if (computed || object.type !== AST_NODE_TYPES.Identifier || object.name !== 'Symbol') return undefined;
  return property.type === AST_NODE_TYPES.Identifier ? `@@${property.name}` : undefined;
}

/** `names.read` where `names` is a constant that the file writes out: an object with that key, an `enum`. */
function constantMember(node: TSESTree.MemberExpression, model: SourceModel, depth: number): string | undefined {
  const owner = node.object.type === AST_NODE_TYPES.Identifier ? variableOf(node.object, model) : undefined;
  const name = owner && memberName({ computed: node.computed, name: node.property }, model);
  if (owner === undefined || name === undefined || writesTo(owner).length > 0 || isWrittenInto(owner)) return undefined;
  const value = memberOf(owner.defs[0]?.node, name, model);
  return value === undefined ? undefined : constantString(value, model, depth + 1);
}

function memberOf(declaration: TSESTree.Node | undefined, name: string, model: SourceModel): TSESTree.Node | undefined {
  if (declaration?.type === AST_NODE_TYPES.TSEnumDeclaration) {
    return declaration.body.members.find(({ id }) => memberName({ computed: false, name: id }, model) === name)?.initializer;
  }
  if (declaration?.type !== AST_NODE_TYPES.VariableDeclarator || declaration.init === null) return undefined;
  const object = unwrapped(declaration.init);
  if (object.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
  const property = object.properties.find(
    (candidate) =>
      candidate.type === AST_NODE_TYPES.Property &&
      memberName({ computed: candidate.computed, name: candidate.key }, model) === name,
  );
  return property?.type === AST_NODE_TYPES.Property ? property.value : undefined;
}

/** Does the file write to a member of what the variable holds? */
function isWrittenInto({ references }: TSESLint.Scope.Variable): boolean {
  return references.some(({ identifier }) => {
    const member = identifier.parent;
    if (member.type !== AST_NODE_TYPES.MemberExpression || member.object !== identifier) return false;
    return member.parent.type === AST_NODE_TYPES.AssignmentExpression && member.parent.left === member;
  });
}

function templateParts(node: TSESTree.TemplateLiteral): readonly (TSESTree.Expression | string)[] {
  return node.quasis.flatMap((quasi, index) => {
    const expression = node.expressions[index];
    const text = quasi.value.cooked ?? '';
    return expression === undefined ? [text] : [text, expression];
  });
}

function joined(parts: readonly (TSESTree.Node | string)[], model: SourceModel, depth: number): string | undefined {
  const texts = parts.map((part) => (typeof part === 'string' ? part : constantString(part, model, depth + 1)));
  return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

function constantOf(identifier: TSESTree.Identifier, model: SourceModel, depth: number): string | undefined {
  const value = constantValue(identifier, model);
  return value === undefined ? undefined : constantString(value, model, depth + 1);
}
