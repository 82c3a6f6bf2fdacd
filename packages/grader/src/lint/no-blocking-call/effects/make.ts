import type { ClassValue, ExternalValue, FunctionValue, Value } from '../../binding/value.ts';
import type { Call } from '../primitives/primitive.ts';
import type { Effect, Place } from './effect.ts';
import type { Surroundings } from './surroundings.ts';
import { bodyOf, constructionOf } from './units.ts';

/** The effect of calling something from outside of the program; `call` is missing where it is only handed over. */
export function effectsOfPrimitive(
  value: ExternalValue,
  place: Place,
  call: Call | undefined,
  { catalogue }: Surroundings,
): readonly Effect[] {
  const primitive = catalogue.find(value);
  if (primitive === undefined) return [];
  const blocks = call === undefined || (primitive.blocks?.(call) ?? true);
  return blocks ? [{ kind: 'primitive', primitive, call, ...place }] : [];
}

/** The effect of calling one of the project's own functions before the call returns. */
export function effectsOfFunction(value: FunctionValue, place: Place, around: Surroundings): readonly Effect[] {
  const { node, model } = value;
  // What blocks in a function that is a context itself is reported there. A generator does nothing yet.
  const runsNow = !node.async && !node.generator && !around.contexts.isContext(node, model);
  return runsNow && !around.catalogue.allows(place.name) ? [{ kind: 'unit', unit: bodyOf(value), ...place }] : [];
}

/** The effect of going through what a generator function yields. */
export function effectsOfGenerator(value: FunctionValue, place: Place): readonly Effect[] {
  return value.node.async ? [] : [{ kind: 'unit', unit: bodyOf(value), ...place }];
}

/** The effects of making an instance. */
export function effectsOfConstruction(
  value: Value,
  place: Place,
  call: Call | undefined,
  around: Surroundings,
): readonly Effect[] {
  switch (value.kind) {
    case 'class':
      return [{ kind: 'unit', unit: constructionOf(value), ...place }];
    case 'external':
      return effectsOfPrimitive(value, place, call, around);
    case 'function':
      return effectsOfFunction(value, place, around);
    default:
      return [];
  }
}

/** The effects of making what a class extends. */
export function effectsOfSuperclass(owner: ClassValue, place: Place, around: Surroundings): readonly Effect[] {
  return around.bindings.resolver
    .superclassesOf(owner)
    .flatMap((parent) => effectsOfConstruction(parent, place, undefined, around));
}
