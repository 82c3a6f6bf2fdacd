import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { memberName } from './constant-string.ts';
import type { SourceModel } from './source-model.ts';
import { isClassNode, isFunctionNode, wrapped } from './syntax.ts';
import type { ClassNode, FunctionNode } from './value.ts';
import { variableOf } from './variables.ts';
import { walk } from './walk.ts';

type Owner = ClassNode | FunctionNode;
type Made = Owner | TSESTree.ObjectExpression;

/** What the file puts into members of what it has made: `api.load = …`, or `Store.prototype.load = …` by two names. */
export function assignedTo(made: Made, path: readonly string[], model: SourceModel): readonly TSESTree.Expression[] {
  return variablesOf(made, model).flatMap(({ references }) =>
    references.flatMap(({ identifier }) => assignedThrough(identifier, path, model)),
  );
}

/** What code of a class or constructor puts into members of its instances: `this.load = …`. */
export function assignedToThis(owner: Owner, name: string, model: SourceModel): readonly TSESTree.Expression[] {
  const known = ownAssignments.get(owner) ?? assignmentsIn(owner, model);
  ownAssignments.set(owner, known);
  return known.get(name) ?? [];
}

/** What a CommonJS module puts under a name that it exports. */
export function assignedToExports(name: string, model: SourceModel): readonly TSESTree.Expression[] {
  return model.ast.body.flatMap((statement): readonly TSESTree.Expression[] => {
    if (statement.type !== AST_NODE_TYPES.ExpressionStatement) return [];
    const { expression } = statement;
    if (expression.type !== AST_NODE_TYPES.AssignmentExpression) return [];
    const { left, right } = expression;
    if (left.type !== AST_NODE_TYPES.MemberExpression || nameOf(left, model) !== name) return [];
    return isExports(left.object, model) ? [right] : [];
  });
}

/** `exports` or `module.exports`, where the file declares neither. */
export function isExports(node: TSESTree.Node, model: SourceModel): boolean {
  if (node.type === AST_NODE_TYPES.Identifier) return isFree(node, 'exports', model);
  if (node.type !== AST_NODE_TYPES.MemberExpression || nameOf(node, model) !== 'exports') return false;
  return node.object.type === AST_NODE_TYPES.Identifier && isFree(node.object, 'module', model);
}

function isFree(name: TSESTree.Identifier, expected: string, model: SourceModel): boolean {
  return name.name === expected && variableOf(name, model) === undefined;
}

type Assignments = ReadonlyMap<string, readonly TSESTree.Expression[]>;

const ownAssignments = new WeakMap<Owner, Assignments>();

function assignmentsIn(owner: Owner, model: SourceModel): Assignments {
  const found = new Map<string, readonly TSESTree.Expression[]>();
  walk(owner.body, model, (node) => {
    if (node.type === AST_NODE_TYPES.AssignmentExpression && node.left.type === AST_NODE_TYPES.MemberExpression) {
      const name = node.left.object.type === AST_NODE_TYPES.ThisExpression ? nameOf(node.left, model) : undefined;
      if (name !== undefined) found.set(name, [...(found.get(name) ?? []), node.right]);
    }
    // Another class has a `this` of its own, and so has a function that is no method.
    if (isClassNode(node)) return false;
    if (!isFunctionNode(node) || node.type === AST_NODE_TYPES.ArrowFunctionExpression) return true;
    return node.parent.type === AST_NODE_TYPES.MethodDefinition;
  });
  return found;
}

function assignedThrough(
  name: TSESTree.Node,
  path: readonly string[],
  model: SourceModel,
): readonly TSESTree.Expression[] {
  let place = wrapped(name);
  for (const step of path) {
    const { parent } = place;
    if (parent?.type !== AST_NODE_TYPES.MemberExpression || parent.object !== place) return [];
    if (nameOf(parent, model) !== step) return [];
    place = wrapped(parent);
  }
  const { parent } = place;
  return parent?.type === AST_NODE_TYPES.AssignmentExpression && parent.left === place ? [parent.right] : [];
}

/** The names that a thing has where it is made. */
function variablesOf(made: Made, model: SourceModel): readonly TSESLint.Scope.Variable[] {
  const own = model.scopes.getDeclaredVariables(made).filter(({ defs }) => defs.some(({ node }) => node === made));
  const named = own.filter(({ name }) => made.type !== AST_NODE_TYPES.ObjectExpression && name === made.id?.name);
  const { parent } = wrapped(made);
  if (parent?.type !== AST_NODE_TYPES.VariableDeclarator || parent.id.type !== AST_NODE_TYPES.Identifier) return named;
  const holder = variableOf(parent.id, model);
  return holder === undefined ? named : [...named, holder];
}

function nameOf(member: TSESTree.MemberExpression, model: SourceModel): string | undefined {
  return memberName({ computed: member.computed, name: member.property }, model);
}
