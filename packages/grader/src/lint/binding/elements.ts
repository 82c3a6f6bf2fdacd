import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';

/** What is in a list or object that the program writes out, or is drawn from one: for each element what it may be. */
export function elementsOf(value: Value, resolver: Evaluation): readonly (readonly Value[])[] {
  switch (value.kind) {
    case 'array':
      return value.node.elements.flatMap((element) => {
        if (element === null) return [];
        return element.type === AST_NODE_TYPES.SpreadElement
          ? resolver.valuesOf(element.argument, value.model).flatMap((spread) => elementsOf(spread, resolver))
          : [resolver.valuesOf(element, value.model)];
      });
    case 'object':
      return value.node.properties.map((property) =>
        property.type === AST_NODE_TYPES.Property ? resolver.valuesOf(property.value, value.model) : [],
      );
    case 'iterator':
      // What a function makes of the elements is something else.
      return value.source === undefined || value.callback !== undefined
        ? []
        : resolver.valuesOf(value.source, value.model).flatMap((source) => elementsOf(source, resolver));
    default:
      return [];
  }
}
