import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import { constructorOf } from '../../binding/members.ts';
import { isClassNode, isField, isFunctionNode } from '../../binding/syntax.ts';
import type { FunctionNode } from '../../binding/value.ts';
import { walk } from '../../binding/walk.ts';
import { callAround, isCalleeOf } from '../async-context.ts';
import type { Effect, Unit } from './effect.ts';
import { effectsOfSuperclass } from './make.ts';
import { placeOfCall } from './names.ts';
import { effectsOf } from './of-node.ts';
import { callsParameter } from './parameters.ts';
import type { Surroundings } from './surroundings.ts';

/** Everything that code of the project's own runs before it returns. */
export function effectsOfUnit(unit: Unit, around: Surroundings): readonly Effect[] {
  const { model } = unit;
  const effects = [...effectsOfInheriting(unit, around)];
  for (const part of unit.parts) {
    walk(part, model, (node) => {
      if (isFunctionNode(node)) return runsInside(node, unit, around);
      // Of a class that is written here, only the static parts run here.
      if (node.type === AST_NODE_TYPES.MethodDefinition || (isField(node) && !node.static)) return false;
      const own = effectsOf(node, model, around);
      // A helper may keep what blocks for worker threads.
      if (own.length > 0 && around.threads.threadOf(node, model) !== 'worker') effects.push(...own);
      return true;
    });
  }
  return effects;
}

/** A class without a constructor runs that of its superclass. */
function effectsOfInheriting({ node, model }: Unit, around: Surroundings): readonly Effect[] {
  if (!isClassNode(node) || node.superClass === null) return [];
  const value = { kind: 'class', node, model } as const;
  if (constructorOf(value) !== undefined) return [];
  return effectsOfSuperclass(value, placeOfCall(node.superClass, true), around);
}

/** Does a function that is written into the code run as part of it, and not later or somewhere else? */
function runsInside(node: FunctionNode, { model }: Unit, { bindings, callbacks, contexts }: Surroundings): boolean {
  const call = callAround(node);
  if (call === undefined || node.async || node.generator || contexts.isContext(node, model)) return false;
  if (isCalleeOf(node, call)) return true;
  const fate = callbacks.fateIn(call, model);
  if (fate !== 'unknown') return fate === 'at once';
  const index = call.arguments.findIndex((argument) => argument === node);
  return bindings
    .functionsCalled(call, model)
    .some((value) => !value.node.async && callsParameter(value, index, bindings, callbacks));
}

