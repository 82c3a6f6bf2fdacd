import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from '../../binding/source-model.ts';
import { parentOf } from '../../binding/syntax.ts';
import type { Leads } from './leads.ts';

/**
 * Does a file name anything that blocks, or that may load it? A file that does not needs no closer look:
 * what it imports and which globals it uses are at hand, while resolving its calls is not.
 */
export function namesPrimitives(model: SourceModel, leads: Leads): boolean {
  return (
    model.ast.body.some((statement) => importsPrimitive(statement, leads)) ||
    usesGlobal(model, leads) ||
    model.text.includes('import(')
  );
}

function importsPrimitive(statement: TSESTree.Statement, leads: Leads): boolean {
  switch (statement.type) {
    case AST_NODE_TYPES.TSImportEqualsDeclaration:
      return statement.importKind === 'value';
    case AST_NODE_TYPES.ImportDeclaration:
      // Types count as well: a parameter may be a database.
      return statement.specifiers.some((specifier) => leads.fromModule(statement.source.value, importedName(specifier)));
    default:
      return false;
  }
}

/** `undefined` for all of the module. */
function importedName(specifier: TSESTree.ImportClause): string | undefined {
  if (specifier.type !== AST_NODE_TYPES.ImportSpecifier) return undefined;
  const { imported } = specifier;
  return imported.type === AST_NODE_TYPES.Identifier ? imported.name : imported.value;
}

function usesGlobal({ scopes }: SourceModel, leads: Leads): boolean {
  const [globalScope] = scopes.scopes;
  if (globalScope === undefined) return false;
  // What nothing declares is in the one list, what the libraries of the language declare in the other.
  for (const { identifier } of globalScope.through) {
    if (isName(identifier) && leads.globals.has(identifier.name) && mayReach(identifier, leads)) return true;
  }
  for (const name of leads.globals) {
    const references = globalScope.set.get(name)?.references ?? [];
    if (references.some(({ identifier }) => mayReach(identifier, leads))) return true;
  }
  return false;
}

/** `process.cwd()` does not lead on, `process.loadEnvFile()` does, and so does `process` alone. */
function mayReach(name: TSESTree.Node, leads: Leads): boolean {
  const user = parentOf(name);
  if (user === undefined || !isName(name)) return true;
  if (user.type === AST_NODE_TYPES.MemberExpression && user.object === name && !user.computed) {
    return !isName(user.property) || leads.fromGlobal(name.name, user.property.name);
  }
  if (name.name !== 'require' || user.type !== AST_NODE_TYPES.CallExpression) return true;
  const [specifier] = user.arguments;
  return specifier?.type !== AST_NODE_TYPES.Literal || leads.fromModule(String(specifier.value));
}

function isName(node: TSESTree.Node): node is TSESTree.Identifier {
  return node.type === AST_NODE_TYPES.Identifier;
}
