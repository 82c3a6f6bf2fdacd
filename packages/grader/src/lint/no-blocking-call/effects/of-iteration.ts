import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../../binding/bindings.ts';
import { calledMember } from '../../binding/call-values.ts';
import { returnedBy } from '../../binding/returns.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { unwrapped } from '../../binding/syntax.ts';
import { pathName } from '../../binding/value.ts';
import type { FunctionValue, Value } from '../../binding/value.ts';
import type { Call } from '../primitives/primitive.ts';
import type { Effect, Place } from './effect.ts';
import { effectsOfFunction, effectsOfGenerator } from './make.ts';
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
    ...values.flatMap((value) => (value.kind === 'generator' ? effectsOfGenerator(value.of, place) : [])),
    ...iterators.flatMap((iterator) => (iterator.kind === 'function' ? effectsOfIterator(iterator, place, around) : [])),
  ];
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
  const isDrawn = member !== undefined && draws.has(member.name);
  const drawn = isDrawn ? effectsOfIterating(member.object, model, around) : [];
  const [first] = call.arguments;
  if (first === undefined || first.type === AST_NODE_TYPES.SpreadElement) return drawn;
  const callee = around.bindings.resolver.valuesOf(call.callee, model);
  return callee.some(goesThrough) ? [...drawn, ...effectsOfIterating(first, model, around)] : drawn;
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

/** Methods of iterators that take values from them. */
const draws: ReadonlySet<string> = new Set(['every', 'find', 'forEach', 'next', 'reduce', 'some', 'toArray']);

const goers: ReadonlySet<string> = new Set([
  'Array.from',
  'Map',
  'Math.max',
  'Math.min',
  'Object.fromEntries',
  'Object.groupBy',
  'Promise.all',
  'Promise.allSettled',
  'Promise.any',
  'Promise.race',
  'Set',
]);

function goesThrough(value: Value): boolean {
  return value.kind === 'external' && value.module === undefined && goers.has(pathName(value.path));
}

function valuesOf(node: TSESTree.Node, model: SourceModel, { bindings }: Surroundings): readonly Value[] {
  const values = bindings.resolver.valuesOf(node, model);
  if (values.length > 0 || node.type !== AST_NODE_TYPES.CallExpression) return values;
  // What only types know to be a generator function gives a generator all the same.
  return bindings
    .valuesOf(node.callee, model)
    .flatMap((value) => (value.kind === 'function' && value.node.generator ? [{ kind: 'generator', of: value } as const] : []));
}
