import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from './source-model.ts';
import { parentOf } from './syntax.ts';

type Scope = TSESLint.Scope.Scope;
type Variable = TSESLint.Scope.Variable;

/** The variable that a name means at its place, or `undefined` for a name that nothing in the file declares. */
export function variableOf(identifier: TSESTree.Identifier, model: SourceModel): Variable | undefined {
  return find(identifier, model, isValue);
}

/** The class, import, namespace or other type that a name in an annotation means. */
export function typeNamed(identifier: TSESTree.Identifier, model: SourceModel): Variable | undefined {
  return find(identifier, model, isType);
}

function find(
  identifier: TSESTree.Identifier,
  model: SourceModel,
  isMeant: (variable: Variable) => boolean,
): Variable | undefined {
  for (let scope: Scope | null = scopeOf(identifier, model); scope !== null; scope = scope.upper) {
    const variable = scope.set.get(identifier.name);
    if (variable !== undefined && variable.defs.length > 0 && isMeant(variable)) return variable;
  }
  return undefined;
}

/** The assignments of a variable after its declaration: `x = 1`, `[x] = y`, `x++`. */
export function writesTo(variable: Variable): readonly TSESLint.Scope.Reference[] {
  return variable.references.filter((reference) => reference.isWrite() && reference.init !== true);
}

/** The value of a constant, or of a variable that is never written again. */
export function constantValue(name: TSESTree.Identifier, model: SourceModel): TSESTree.Expression | undefined {
  const variable = variableOf(name, model);
  const declaration = variable?.defs[0]?.node;
  if (variable === undefined || writesTo(variable).length > 0) return undefined;
  const isPlain = declaration?.type === AST_NODE_TYPES.VariableDeclarator && declaration.id.type === AST_NODE_TYPES.Identifier;
  return isPlain ? (declaration.init ?? undefined) : undefined;
}

/** Is what a variable held at first certainly replaced: by a statement that stands beside its declaration? */
export function isReplaced(variable: Variable): boolean {
  const blocks = variable.defs.map(({ parent }) => parent?.parent);
  return writesTo(variable).some(({ identifier }) => {
    const assignment = parentOf(identifier);
    const statement = assignment && parentOf(assignment);
    return (
      assignment?.type === AST_NODE_TYPES.AssignmentExpression &&
      assignment.operator === '=' &&
      statement?.type === AST_NODE_TYPES.ExpressionStatement &&
      blocks.includes(statement.parent)
    );
  });
}

/** Does the code ask which class the value is of: `store instanceof Cache`, `if (isCache(store))`? */
export function isToldApart({ references }: Variable): boolean {
  return references.some(({ identifier }) => {
    const user = parentOf(identifier);
    if (user?.type === AST_NODE_TYPES.BinaryExpression) return user.operator === 'instanceof';
    return user?.type === AST_NODE_TYPES.CallExpression && user.callee !== identifier && isTest(user);
  });
}

function isTest(node: TSESTree.Node): boolean {
  const user = parentOf(node);
  switch (user?.type) {
    case AST_NODE_TYPES.ConditionalExpression:
    case AST_NODE_TYPES.IfStatement:
      return user.test === node;
    case AST_NODE_TYPES.LogicalExpression:
      return true;
    case AST_NODE_TYPES.UnaryExpression:
      return user.operator === '!';
    default:
      return false;
  }
}

/** All names in the file that are read as values: no declarations, keys or types. */
export function readsOfValues(model: SourceModel): readonly TSESTree.Identifier[] {
  return model.scopes.scopes.flatMap((scope) =>
    scope.references.flatMap((reference) => {
      const { identifier } = reference;
      const isRead = reference.isRead() && !(reference.isTypeReference && !reference.isValueReference);
      return isRead && identifier.type === AST_NODE_TYPES.Identifier ? [identifier] : [];
    }),
  );
}

function isValue(variable: Variable): boolean {
  // Only the scope manager of typescript-eslint tells types and values apart.
  return !('isValueVariable' in variable) || variable.isValueVariable;
}

function isType(variable: Variable): boolean {
  return 'isTypeVariable' in variable && variable.isTypeVariable;
}

function scopeOf(node: TSESTree.Node, model: SourceModel): Scope | null {
  for (let current: TSESTree.Node | undefined = node; current !== undefined; current = parentOf(current)) {
    const scope = model.scopes.acquire(current, true);
    if (scope !== null) return scope;
  }
  return model.scopes.scopes[0] ?? null;
}
