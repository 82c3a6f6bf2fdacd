import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../../binding/bindings.ts';
import { calledMember } from '../../binding/called-member.ts';
import { returnedBy } from '../../binding/returns.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { unwrapped } from '../../binding/syntax.ts';
import type { FunctionValue, IteratorValue, Value } from '../../binding/value.ts';
import { drawingMethods, drawsParameter, goesThrough, isDrawn } from '../draws.ts';
import type { Call } from '../primitives/primitive.ts';
import type { Effect, Place } from './effect.ts';
import { effectsOfFunction, effectsOfGenerator, effectsOfPrimitive } from './make.ts';
import { lastName, nameOf, placeOfCall, placeOfName } from './names.ts';
import type { Surroundings } from './surroundings.ts';

/** What going through the values of an iterable runs: its generator, its `[Symbol.iterator]`. */
export function effectsOfIterating(
  iterable: TSESTree.Node,
  model: SourceModel,
  around: Surroundings,
): readonly Effect[] {
  const node = unwrapped(iterable);
  const place = placeOfIterable(node);
  const { bindings } = around;
  const values = valuesOf(node, model, around);
  const iterators = values.length === 0 ? bindings.iteratorsOf(node, model) : iteratorsOf(values, bindings);
  return [
    ...values.flatMap((value) => effectsOfDrawingFrom(value, place, around)),
    ...iterators.flatMap((iterator) => (iterator.kind === 'function' ? effectsOfIterator(iterator, place, around) : [])),
  ];
}

function effectsOfDrawingFrom(value: Value, place: Place, around: Surroundings): readonly Effect[] {
  if (value.kind === 'generator') return effectsOfGenerator(value.of, place);
  if (value.kind !== 'iterator') return [];
  const { source, model } = value;
  return [...(source === undefined ? [] : effectsOfIterating(source, model, around)), ...effectsOfHelper(value, place, around)];
}

/** What an iterator helper calls, unless that is said where it stands: `lines().map(load)`. */
function effectsOfHelper({ call, callback, model }: IteratorValue, place: Place, around: Surroundings): readonly Effect[] {
  const { bindings, contexts } = around;
  if (callback === undefined || (contexts.contains(call, model) && isDrawn(call, model, bindings))) return [];
  return bindings.valuesOf(callback, model).flatMap((value): readonly Effect[] => {
    if (value.kind === 'external') return effectsOfPrimitive(value, place, undefined, around);
    return value.kind === 'function' ? effectsOfFunction(value, place, around) : [];
  });
}

function iteratorsOf(values: readonly Value[], { resolver }: Bindings): readonly Value[] {
  return values.flatMap((value) => resolver.stepInto(value, '@@iterator'));
}

function effectsOfIterator(iterator: FunctionValue, place: Place, around: Surroundings): readonly Effect[] {
  if (iterator.node.generator) return effectsOfGenerator(iterator, place);
  return [...effectsOfFunction(iterator, place, around), ...effectsOfDrawing(iterator, place, around)];
}

/** What taking values from the iterator runs that `[Symbol.iterator]` gives: another's generator, its own `next`. */
function effectsOfDrawing({ node, model }: FunctionValue, place: Place, around: Surroundings): readonly Effect[] {
  const { resolver } = around.bindings;
  return returnedBy(node)
    .flatMap((iterator) => resolver.valuesOf(iterator, model))
    .flatMap((iterator) =>
      iterator.kind === 'generator'
        ? effectsOfGenerator(iterator.of, place)
        : resolver
            .stepInto(iterator, 'next')
            .flatMap((next) => (next.kind === 'function' ? effectsOfFunction(next, place, around) : [])),
    );
}

/** What the end of a block runs that declares something with `using`: it is said where the thing is made. */
export function effectsOfUsing(
  { kind, declarations }: TSESTree.VariableDeclaration,
  model: SourceModel,
  around: Surroundings,
): readonly Effect[] {
  if (kind !== 'using' && kind !== 'await using') return [];
  const { resolver } = around.bindings;
  const disposers = kind === 'using' ? ['@@dispose'] : ['@@asyncDispose', '@@dispose'];
  return declarations
    .flatMap(({ init }) => (init === null ? [] : [unwrapped(init)]))
    .flatMap((made) =>
      resolver.valuesOf(made, model).flatMap((value) => {
        const known = disposers.map((name) => resolver.stepInto(value, name));
        const found = known.find((functions) => functions.length > 0) ?? [];
        const place = placeOfIterable(made);
        return found.flatMap((dispose) => (dispose.kind === 'function' ? effectsOfFunction(dispose, place, around) : []));
      }),
    );
}

/** What a call runs by going through what it is given, or what it belongs to: `Array.from(lines())`, `lines().next()`. */
export function effectsOfConsuming(call: Call, model: SourceModel, around: Surroundings): readonly Effect[] {
  const member = calledMember(call, model);
  const isDrawing = member !== undefined && drawingMethods.has(member.name);
  const drawn = isDrawing ? effectsOfIterating(member.object, model, around) : [];
  const [first] = call.arguments;
  if (first === undefined || first.type === AST_NODE_TYPES.SpreadElement) return drawn;
  const callee = around.bindings.resolver.valuesOf(call.callee, model);
  if (callee.some(goesThrough)) return [...drawn, ...effectsOfIterating(first, model, around)];
  const own = callee.filter((value) => value.kind === 'function');
  return own.length === 0 ? drawn : [...drawn, ...effectsOfGiving(call, own, model, around)];
}

/** What a function of the project runs by going through what it is given: `sum(lines())`. */
function effectsOfGiving(call: Call, callee: readonly FunctionValue[], model: SourceModel, around: Surroundings): readonly Effect[] {
  const { bindings } = around;
  return call.arguments.flatMap((argument, index) => {
    const isLazy = bindings.resolver.valuesOf(argument, model).some(({ kind }) => kind === 'generator' || kind === 'iterator');
    const isGoneThrough = isLazy && callee.some((value) => drawsParameter(value, index, bindings));
    return isGoneThrough ? effectsOfIterating(argument, model, around) : [];
  });
}

function placeOfIterable(node: TSESTree.Node): Place {
  switch (node.type) {
    case AST_NODE_TYPES.CallExpression:
      return placeOfCall(node.callee);
    case AST_NODE_TYPES.NewExpression:
      return placeOfCall(node.callee, true);
    default:
      return placeOfName(lastName(node), nameOf(node));
  }
}

function valuesOf(node: TSESTree.Node, model: SourceModel, { bindings }: Surroundings): readonly Value[] {
  const values = bindings.resolver.valuesOf(node, model);
  if (values.length > 0 || node.type !== AST_NODE_TYPES.CallExpression) return values;
  // What only types know to be a generator function gives a generator all the same.
  return bindings
    .valuesOf(node.callee, model)
    .flatMap((value) => (value.kind === 'function' && value.node.generator ? [{ kind: 'generator', of: value } as const] : []));
}
