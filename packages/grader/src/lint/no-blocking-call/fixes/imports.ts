import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../binding/variables.ts';
import { insertingAfter, insertingBefore, replacing } from './edit.ts';
import type { Edit, Site } from './edit.ts';

/** A name that the file imports once the edits are made. */
export interface Imported {
  readonly local: string;
  readonly edits: readonly Edit[];
}

/** Imports a name of a module; `instead` names the import that nobody needs any more if it has no other use. */
export function importing(
  name: string,
  module: string,
  site: Site,
  instead?: TSESTree.ImportSpecifier,
): Imported | undefined {
  const declarations = site.model.ast.body.filter((statement) => statement.type === AST_NODE_TYPES.ImportDeclaration);
  const known = declarations.find((declaration) => takesNamesFrom(declaration, module));
  const existing = known?.specifiers.find((specifier) => isImportOf(specifier, name));
  const isObsolete = instead !== undefined && usesOf(instead, site) === 1;
  if (existing !== undefined) return { local: existing.local.name, edits: isObsolete ? removing(instead, site) : [] };
  const local = freeName(name, site);
  if (local === undefined) return undefined;
  const clause = local === name ? name : `${name} as ${local}`;
  const edits = known === undefined
    ? addingDeclaration(clause, module, declarations, site, isObsolete ? instead : undefined)
    : addingSpecifier(clause, known, site, isObsolete ? instead : undefined);
  return edits && { local, edits };
}

/** Loads a name of a module after the `const { … } = require(…)` that loads its blocking twin. */
export function requiring(
  name: string,
  module: string,
  twin: TSESTree.VariableDeclarator,
  site: Site,
): Imported | undefined {
  const { init, parent: declaration } = twin;
  const isRequire =
    init?.type === AST_NODE_TYPES.CallExpression &&
    init.callee.type === AST_NODE_TYPES.Identifier &&
    init.callee.name === 'require';
  if (!isRequire || declaration.parent.type !== AST_NODE_TYPES.Program) return undefined;
  const known = requiredNames(name, module, site);
  if (known !== undefined) return { local: known, edits: [] };
  const local = freeName(name, site);
  if (local === undefined) return undefined;
  const clause = local === name ? name : `${name}: ${local}`;
  const [quote = "'"] = init.arguments.map((argument) => site.sourceCode.getText(argument).slice(0, 1));
  const end = site.sourceCode.getText(declaration).endsWith(';') ? ';' : '';
  const text = `\nconst { ${clause} } = require(${quote}${module}${quote})${end}`;
  return { local, edits: [insertingAfter(declaration, text)] };
}

/** What the file calls a name that it has loaded before. */
function requiredNames(name: string, module: string, { sourceCode }: Site): string | undefined {
  const loaded = new RegExp(`const \\{ ${name}(?:: (\\w+))? \\} = require\\(.${module}.\\)`).exec(sourceCode.text);
  return loaded === null ? undefined : (loaded[1] ?? name);
}

function takesNamesFrom(declaration: TSESTree.ImportDeclaration, module: string): boolean {
  const hasNames = declaration.specifiers.some(({ type }) => type === AST_NODE_TYPES.ImportSpecifier);
  return hasNames && declaration.importKind !== 'type' && sameModule(declaration.source.value, module);
}

function sameModule(one: string, other: string): boolean {
  return one.replace(/^node:/, '') === other.replace(/^node:/, '');
}

function isImportOf(specifier: TSESTree.ImportClause, name: string): specifier is TSESTree.ImportSpecifier {
  return (
    specifier.type === AST_NODE_TYPES.ImportSpecifier &&
    specifier.importKind !== 'type' &&
    specifier.imported.type === AST_NODE_TYPES.Identifier &&
    specifier.imported.name === name
  );
}

function usesOf({ local }: TSESTree.ImportSpecifier, { model }: Site): number {
  return variableOf(local, model)?.references.length ?? 0;
}

/** The name itself, or `nameAsync` where another thing has it. */
function freeName(name: string, { model }: Site): string | undefined {
  const [globalScope] = model.scopes.scopes;
  const taken = (candidate: string): boolean =>
    model.scopes.scopes.some((scope) => (scope.set.get(candidate)?.defs.length ?? 0) > 0) ||
    (globalScope?.through.some(({ identifier }) => 'name' in identifier && identifier.name === candidate) ?? false);
  return [name, `${name}Async`].find((candidate) => !taken(candidate));
}

function addingSpecifier(
  clause: string,
  declaration: TSESTree.ImportDeclaration,
  site: Site,
  obsolete: TSESTree.ImportSpecifier | undefined,
): readonly Edit[] | undefined {
  if (obsolete !== undefined && declaration.specifiers.includes(obsolete)) return [replacing(obsolete, clause)];
  const last = declaration.specifiers.at(-1);
  if (last === undefined) return undefined;
  return [insertingAfter(last, `, ${clause}`), ...(obsolete === undefined ? [] : removing(obsolete, site))];
}

function addingDeclaration(
  clause: string,
  module: string,
  declarations: readonly TSESTree.ImportDeclaration[],
  site: Site,
  obsolete: TSESTree.ImportSpecifier | undefined,
): readonly Edit[] | undefined {
  const model = obsolete?.parent.type === AST_NODE_TYPES.ImportDeclaration ? obsolete.parent : declarations.at(-1);
  if (model === undefined) return addingFirst(clause, module, site);
  const quote = model.source.raw.slice(0, 1);
  const end = site.sourceCode.getText(model).endsWith(';') ? ';' : '';
  const text = `import { ${clause} } from ${quote}${module}${quote}${end}`;
  if (obsolete !== undefined && model.specifiers.length === 1) return [replacing(model, text)];
  return [insertingAfter(model, `\n${text}`), ...(obsolete === undefined ? [] : removing(obsolete, site))];
}

/** The first import of a file goes before everything else. */
function addingFirst(clause: string, module: string, { model: { ast } }: Site): readonly Edit[] | undefined {
  const [first] = ast.body;
  if (first === undefined || ast.sourceType !== 'module') return undefined;
  return [insertingBefore(first, `import { ${clause} } from '${module}';\n`)];
}

/** Takes an import out, and its declaration with the last of them. */
function removing(specifier: TSESTree.ImportSpecifier, { sourceCode }: Site): readonly Edit[] {
  const declaration = specifier.parent;
  if (declaration.type !== AST_NODE_TYPES.ImportDeclaration) return [];
  if (declaration.specifiers.length === 1) {
    const [start, end] = declaration.range;
    const hasLineEnd = sourceCode.text.slice(end, end + 1) === '\n';
    return [{ range: [start, hasLineEnd ? end + 1 : end], text: '' }];
  }
  const next = sourceCode.getTokenAfter(specifier);
  const after = next?.value === ',' ? sourceCode.getTokenAfter(next) : null;
  if (after !== null && next?.value === ',') return [{ range: [specifier.range[0], after.range[0]], text: '' }];
  const before = sourceCode.getTokenBefore(specifier);
  return [{ range: [before?.range[0] ?? specifier.range[0], specifier.range[1]], text: '' }];
}
