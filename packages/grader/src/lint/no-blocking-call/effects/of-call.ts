import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import { ownerOfThis } from '../../binding/members.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { isFunctionNode, unwrapped } from '../../binding/syntax.ts';
import type { Value } from '../../binding/value.ts';
import type { Call } from '../primitives/primitive.ts';
import { calleeOf } from './callee.ts';
import type { Effect } from './effect.ts';
import { effectsOfConstruction, effectsOfFunction, effectsOfPrimitive, effectsOfSuperclass } from './make.ts';
import { placeOfCall } from './names.ts';
import type { Surroundings } from './surroundings.ts';

/** What a call runs before it returns, what it is handed aside. */
export function effectsOfCall(call: Call, model: SourceModel, around: Surroundings): readonly Effect[] {
  const callee = unwrapped(calleeOf(call, model, around.bindings));
  // A function that is called where it is written is part of the code around it.
  if (isFunctionNode(callee)) return [];
  const place = placeOfCall(callee, call.type === AST_NODE_TYPES.NewExpression);
  if (callee.type === AST_NODE_TYPES.Super) {
    const owner = ownerOfThis(callee);
    return owner?.kind === 'instance' ? effectsOfSuperclass({ kind: 'class', node: owner.node, model }, place, around) : [];
  }
  const effectsOfCalling = (value: Value): readonly Effect[] => {
    if (call.type === AST_NODE_TYPES.NewExpression) return effectsOfConstruction(value, place, call, around);
    if (value.kind === 'external') return effectsOfPrimitive(value, place, call, around);
    return value.kind === 'function' ? effectsOfFunction(value, place, around) : [];
  };
  const values = around.bindings.valuesOf(callee, model);
  if (values.length > 0) return values.flatMap(effectsOfCalling);
  // Which of several is called, only a run knows; where all of them block, so does the call.
  const choices = around.bindings.choicesOf(callee, model).map((choice) => choice.flatMap(effectsOfCalling));
  const areAllPrimitives = choices.every(([effect]) => effect?.kind === 'primitive');
  return areAllPrimitives ? choices.flat().slice(0, 1) : [];
}
