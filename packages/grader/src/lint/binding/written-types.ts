import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Evaluation } from './evaluation.ts';
import type { SourceModel } from './source-model.ts';
import { instanceOf, iteratorObject } from './value.ts';
import type { Value } from './value.ts';
import { typeNamed } from './variables.ts';

/** What is of the type that the code writes out, as far as that names a class; interfaces say nothing. */
export function valuesOfType(type: TSESTree.Node, model: SourceModel, resolver: Evaluation): readonly Value[] {
  switch (type.type) {
    case AST_NODE_TYPES.TSTypeAnnotation:
      return resolver.valuesOf(type.typeAnnotation, model);
    case AST_NODE_TYPES.TSTypeReference:
      return valuesOfReference(type, model, resolver);
    case AST_NODE_TYPES.TSUnionType: {
      // Which of several classes it is, only a run knows.
      const [only, ...others] = type.types.filter((part) => !isNullish(part));
      return only === undefined || others.length > 0 ? [] : resolver.valuesOf(only, model);
    }
    default:
      return [];
  }
}

/** What a name with dots stands for, be it a type or a value: `Files.load`. */
export function valuesOfEntity(name: TSESTree.EntityName, model: SourceModel, resolver: Evaluation): readonly Value[] {
  switch (name.type) {
    case AST_NODE_TYPES.Identifier: {
      const variable = typeNamed(name, model);
      return variable === undefined ? [] : resolver.valuesOfVariable(variable, model);
    }
    case AST_NODE_TYPES.TSQualifiedName:
      return valuesOfEntity(name.left, model, resolver).flatMap((owner) => resolver.stepInto(owner, name.right.name));
    default:
      return [];
  }
}

function valuesOfReference(
  { typeName, typeArguments }: TSESTree.TSTypeReference,
  model: SourceModel,
  resolver: Evaluation,
): readonly Value[] {
  if (typeName.type === AST_NODE_TYPES.Identifier) {
    const variable = typeNamed(typeName, model);
    const [awaited] = typeArguments?.params ?? [];
    // What a promise stands for is what one gets from it.
    if (variable === undefined && iteratorTypes.has(typeName.name)) return [iteratorObject];
    if (variable === undefined) return typeName.name === 'Promise' && awaited ? resolver.valuesOf(awaited, model) : [];
    const [definition] = variable.defs;
    switch (definition?.node.type) {
      case AST_NODE_TYPES.TSTypeAliasDeclaration:
        return resolver.valuesOf(definition.node.typeAnnotation, model);
      case AST_NODE_TYPES.TSTypeParameter:
        return definition.node.constraint === undefined ? [] : resolver.valuesOf(definition.node.constraint, model);
      default:
        break;
    }
  }
  return valuesOfEntity(typeName, model, resolver).flatMap((value) => instanceOf(value));
}

/** What the libraries of the language call iterators that have helpers. */
const iteratorTypes: ReadonlySet<string> = new Set([
  'ArrayIterator',
  'Generator',
  'IterableIterator',
  'IteratorObject',
  'MapIterator',
  'SetIterator',
]);

function isNullish({ type }: TSESTree.TypeNode): boolean {
  return type === AST_NODE_TYPES.TSNullKeyword || type === AST_NODE_TYPES.TSUndefinedKeyword;
}
