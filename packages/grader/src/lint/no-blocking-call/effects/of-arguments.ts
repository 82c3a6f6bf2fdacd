import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from '../../binding/source-model.ts';
import { unwrapped } from '../../binding/syntax.ts';
import type { Call } from '../primitives/primitive.ts';
import { calleeOf } from './callee.ts';
import type { Effect } from './effect.ts';
import { effectsOfFunction, effectsOfPrimitive } from './make.ts';
import { nameOf, placeOfName } from './names.ts';
import { callsParameter } from './parameters.ts';
import type { Surroundings } from './surroundings.ts';

/** What a call runs, now or in a later turn, because it is handed a function by its name: `files.map(readFileSync)`. */
export function effectsOfArguments(call: Call, model: SourceModel, around: Surroundings): readonly Effect[] {
  const { bindings } = around;
  const callee = calleeOf(call, model, bindings);
  return call.arguments.flatMap((argument, index): readonly Effect[] => {
    // What is called is no argument: `Reflect.apply(f, …)`.
    if (!isName(argument) || argument === callee) return [];
    const values = bindings.valuesOf(argument, model);
    const isFunction = values.some(({ kind }) => kind === 'function' || kind === 'external');
    if (!isFunction || !isCalled(call, index, model, around)) return [];
    const place = placeOfName(argument, nameOf(argument));
    return values.flatMap((value): readonly Effect[] => {
      if (value.kind === 'external') return effectsOfPrimitive(value, place, undefined, around);
      return value.kind === 'function' ? effectsOfFunction(value, place, around) : [];
    });
  });
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

function isCalled(call: Call, index: number, model: SourceModel, { bindings, callbacks }: Surroundings): boolean {
  const fate = callbacks.fateIn(call, model);
  if (fate !== 'unknown') return fate !== 'kept';
  const callee = bindings.valuesOf(call.callee, model);
  if (callee.some((value) => value.kind === 'function')) {
    return callee.some((value) => value.kind === 'function' && callsParameter(value, index, bindings, callbacks));
  }
  return bindings.takesFunction(call, index, model);
}
