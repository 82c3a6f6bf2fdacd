import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../../binding/bindings.ts';
import { variableOf } from '../../binding/variables.ts';
import type { PrimitiveEffect } from '../effects/effect.ts';
import { awaiting, mayAwait } from './await-position.ts';
import { insertingAfter, replacing } from './edit.ts';
import type { Edit, Site } from './edit.ts';
import { importing, requiring } from './imports.ts';
import type { Imported } from './imports.ts';
import { takesPath } from './paths.ts';
import { recipeFor } from './recipes.ts';
import type { Recipe } from './recipes.ts';

/** A call rewritten so that it does not block. */
export interface Rewrite {
  readonly edits: readonly Edit[];
  /** What it becomes, for a menu: `await readFile(…)`. */
  readonly code: string;
  /** Whether it does the same in every respect, so that no human need look. */
  readonly isExact: boolean;
}

/** The rewritten call, or `undefined` where that takes a human. */
export function rewriteOf({ primitive, call }: PrimitiveEffect, site: Site, bindings: Bindings): Rewrite | undefined {
  if (call?.type !== AST_NODE_TYPES.CallExpression || call.optional || !mayAwait(call)) return undefined;
  const recipe = recipeFor(primitive, call);
  const renaming = recipe && renamed(call.callee, recipe, site, bindings);
  const waiting = awaiting(call, site, recipe?.part);
  if (recipe === undefined || renaming === undefined || waiting === undefined) return undefined;
  const suffix = recipe.suffix === '' ? [] : [insertingAfter(call, recipe.suffix)];
  const last = call.arguments.at(-1);
  const argument = recipe.argument === undefined || last === undefined ? [] : [insertingAfter(last, `, ${recipe.argument}`)];
  return {
    // What follows the call comes before the parenthesis that closes around both.
    edits: [...renaming.edits, ...argument, ...suffix, ...waiting],
    code: `await ${renaming.local}(…)${recipe.suffix}`,
    isExact: recipe.isExact && takesPath(call, site.model, bindings),
  };
}

/** What makes a callee its twin. */
function renamed(callee: TSESTree.Expression, recipe: Recipe, site: Site, bindings: Bindings): Imported | undefined {
  switch (callee.type) {
    case AST_NODE_TYPES.Identifier:
      return renamedName(callee, recipe, site);
    case AST_NODE_TYPES.MemberExpression:
      return renamedMember(callee, recipe, site, bindings);
    default:
      return undefined;
  }
}

function renamedName(callee: TSESTree.Identifier, recipe: Recipe, site: Site): Imported | undefined {
  const binding = variableOf(callee, site.model)?.defs[0]?.node;
  switch (binding?.type) {
    case AST_NODE_TYPES.ImportSpecifier: {
      const twin = importing(recipe.twin, recipe.module, site, binding);
      return twin && calledThrough(callee, twin, recipe, site);
    }
    case AST_NODE_TYPES.VariableDeclarator: {
      const twin = recipe.through === undefined ? requiring(recipe.twin, recipe.module, binding, site) : undefined;
      return twin && { local: twin.local, edits: [...twin.edits, replacing(callee, twin.local)] };
    }
    default:
      return undefined;
  }
}

function renamedMember(
  callee: TSESTree.MemberExpression,
  recipe: Recipe,
  site: Site,
  bindings: Bindings,
): Imported | undefined {
  if (callee.computed || callee.optional) return undefined;
  const owners = bindings.resolver.valuesOf(callee.object, site.model);
  const isNamespace = owners.length > 0 && owners.every((owner) => owner.kind === 'external' && owner.path.length <= 1);
  if (!isNamespace) return undefined;
  const object = site.sourceCode.getText(callee.object);
  const local = `${object}.${recipe.member}`;
  if (recipe.through === undefined) return { local, edits: [replacing(callee.property, recipe.member)] };
  return calledThrough(callee, { local, edits: [] }, recipe, site);
}

/** `promisify(gzip)` in the place of `gzipSync`. */
function calledThrough(callee: TSESTree.Node, twin: Imported, { through }: Recipe, site: Site): Imported | undefined {
  if (through === undefined) return { local: twin.local, edits: [...twin.edits, replacing(callee, twin.local)] };
  const wrapper = importing(through, 'node:util', site);
  if (wrapper === undefined) return undefined;
  const local = `${wrapper.local}(${twin.local})`;
  return { local, edits: [...twin.edits, ...wrapper.edits, replacing(callee, local)] };
}
