import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { calledMember } from '../binding/called-member.ts';
import type { ValueResolver } from '../binding/resolver.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { unwrapped } from '../binding/syntax.ts';
import { callStep, isGlobal } from '../binding/value.ts';
import type { ExternalValue, Value } from '../binding/value.ts';
import { variableOf, writesTo } from '../binding/variables.ts';
import { resultsOf } from './results.ts';

/** How many functions that give what another one gives are followed. */
const maxDepth = 8;

/** Is the expression a promise by what its file alone tells? */
export function isPromise(expression: TSESTree.Node, model: SourceModel, resolver: ValueResolver, depth = 0): boolean {
  const node = unwrapped(expression);
  switch (node.type) {
    case AST_NODE_TYPES.ImportExpression:
      return true;
    case AST_NODE_TYPES.Identifier:
      return depth < maxDepth && holdsPromise(node, model, resolver, depth + 1);
    case AST_NODE_TYPES.NewExpression:
      return resolver.valuesOf(node.callee, model).some((value) => isGlobal(value, 'Promise'));
    case AST_NODE_TYPES.CallExpression: {
      const member = calledMember(node, model);
      if (member?.name === 'then') return true;
      if (member?.name === 'catch' || member?.name === 'finally') return isPromise(member.object, model, resolver, depth);
      return resolver.valuesOf(node.callee, model).some((value) => makesPromise(value, resolver, depth));
    }
    default:
      return false;
  }
}

/** Is it the type of promises, by its name? `undefined` where only the type itself can tell. */
export function isPromiseType(type: TSESTree.TypeNode, model: SourceModel): boolean | undefined {
  if (type.type === AST_NODE_TYPES.TSUnionType) return undefined;
  if (type.type !== AST_NODE_TYPES.TSTypeReference) return false;
  const { typeName } = type;
  const isPromise = typeName.type === AST_NODE_TYPES.Identifier && promiseTypes.has(typeName.name);
  return isPromise && variableOf(typeName, model) === undefined ? true : undefined;
}

const promiseTypes: ReadonlySet<string> = new Set(['Promise', 'PromiseLike']);

/** Is the name annotated as a promise, or a constant that is one? */
function holdsPromise(name: TSESTree.Identifier, model: SourceModel, resolver: ValueResolver, depth: number): boolean {
  const variable = variableOf(name, model);
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined || variable.defs.length > 1) return false;
  const declared = definition.name;
  if (declared.type !== AST_NODE_TYPES.Identifier) return false;
  const { typeAnnotation: annotation } = declared;
  if (annotation !== undefined) return isPromiseType(annotation.typeAnnotation, model) === true;
  const { node } = definition;
  if (node.type !== AST_NODE_TYPES.VariableDeclarator || node.id !== declared || node.init === null) return false;
  return writesTo(variable).length === 0 && isPromise(node.init, model, resolver, depth);
}

const promiseMakers = ['fetch', ...['all', 'allSettled', 'any', 'race', 'reject', 'resolve', 'try'].map((name) => `Promise.${name}`)];

function makesPromise(value: Value, resolver: ValueResolver, depth: number): boolean {
  if (value.kind === 'external') return isOfPromises(value) || promiseMakers.some((name) => isGlobal(value, name));
  if (value.kind !== 'function' || value.node.generator) return false;
  const { node, model } = value;
  if (node.async) return true;
  if (node.returnType !== undefined) return isPromiseType(node.returnType.typeAnnotation, model) === true;
  const results = depth < maxDepth ? resultsOf(node, model) : [];
  return results.length > 0 && results.every((result) => result !== null && isPromise(result, model, resolver, depth + 1));
}

/** A function of `node:fs/promises`, `node:timers/promises` and the like, or what `promisify` made of another. */
function isOfPromises({ module = '', path }: ExternalValue): boolean {
  if (module === 'util') return path[0] === 'promisify' && path[1] === callStep && path.length === 2;
  return path.length === 1 && promiseModules.has(module);
}

const promiseModules: ReadonlySet<string> = new Set(
  ['dns', 'fs', 'stream', 'timers'].map((module) => `${module}/promises`),
);
