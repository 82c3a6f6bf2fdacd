import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from '../../binding/source-model.ts';
import { unwrapped } from '../../binding/syntax.ts';
import type { Value } from '../../binding/value.ts';
import type { Call } from '../primitives/primitive.ts';
import { calleeOf } from './callee.ts';
import type { Effect } from './effect.ts';
import { effectsOfFunction, effectsOfPrimitive } from './make.ts';
import { nameOf, placeOfName } from './names.ts';
import { callsParameter } from './parameters.ts';
import type { Surroundings } from './surroundings.ts';

/** What a call runs, now or in a later turn, because it is handed a function by its name: `files.map(readFileSync)`. */
export function effectsOfArguments(call: Call, model: SourceModel, around: Surroundings): readonly Effect[] {
  if (!hasNamedArgument(call)) return [];
  const { bindings, callbacks } = around;
  const callee = calleeOf(call, model, bindings);
  const fate = callbacks.fateIn(call, model);
  if (fate === 'kept') return [];
  const given = fate === 'event loop' ? call.arguments.flatMap(listed) : call.arguments;
  return given.flatMap((argument, index): readonly Effect[] => {
    // What is called is no argument: `Reflect.apply(f, …)`.
    if (!isName(argument) || argument === callee) return [];
    // The arguments of any call are too many to ask for the types of all.
    const values = (fate === 'unknown' ? bindings.byNames : bindings).valuesOf(argument, model);
    const isFunction = values.some((value) => isCallable(value));
    if (!isFunction || (fate === 'unknown' && !isCalled(call, index, model, around))) return [];
    const place = placeOfName(argument, nameOf(argument));
    return values.flatMap((value): readonly Effect[] => {
      if (value.kind === 'external') return effectsOfPrimitive(value, place, undefined, around);
      return value.kind === 'function' ? effectsOfFunction(value, place, around) : [];
    });
  });
}

/** What a call is given: frameworks take their handlers one by one, or in lists. */
function listed(argument: TSESTree.CallExpressionArgument): readonly TSESTree.CallExpressionArgument[] {
  return argument.type === AST_NODE_TYPES.ArrayExpression ? argument.elements.filter((element) => element !== null) : [argument];
}

function isName(argument: TSESTree.CallExpressionArgument): boolean {
  const node = unwrapped(argument);
  switch (node.type) {
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.MemberExpression:
      return true;
    case AST_NODE_TYPES.CallExpression:
      // `readFileSync.bind(null, path)`.
      return node.callee.type === AST_NODE_TYPES.MemberExpression && nameOf(node.callee.property) === 'bind';
    default:
      return false;
  }
}

/** Does a call that nobody knows call its n-th argument? */
function isCalled(call: Call, index: number, model: SourceModel, { bindings, callbacks }: Surroundings): boolean {
  const callee = bindings.valuesOf(call.callee, model);
  if (callee.some((value) => value.kind === 'function')) {
    return callee.some((value) => value.kind === 'function' && callsParameter(value, index, bindings, callbacks));
  }
  return bindings.takesFunction(call, index, model);
}

/** Is it a function, or something foreign that may be one? */
function isCallable(value: Value): boolean {
  return value.kind === 'function' || (value.kind === 'external' && value.path.length > 0);
}

/** Is one of the arguments a function that stands there by its name, or may it be? */
export function hasNamedArgument(call: Call): boolean {
  return call.arguments.some((argument) => listed(argument).some(isName));
}
