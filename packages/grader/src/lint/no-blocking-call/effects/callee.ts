import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { calledMember } from '../../binding/called-member.ts';
import type { Bindings } from '../../binding/bindings.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { isGlobal } from '../../binding/value.ts';
import type { Call } from '../primitives/primitive.ts';

/** The expression whose value a call calls: `f` in `f()`, `f.call(…)`, `f.apply(…)` and `Reflect.apply(f, …)`. */
export function calleeOf(call: Call, model: SourceModel, { resolver }: Bindings): TSESTree.Node {
  if (call.type === AST_NODE_TYPES.NewExpression) return call.callee;
  const [first] = call.arguments;
  if (first !== undefined && resolver.valuesOf(call.callee, model).some((value) => isGlobal(value, 'Reflect.apply'))) {
    return first;
  }
  const member = calledMember(call, model);
  const isIndirect = member !== undefined && (member.name === 'call' || member.name === 'apply');
  // An object may have a method that is called `call`.
  const isFunction =
    isIndirect &&
    resolver.valuesOf(member.object, model).some(({ kind }) => kind === 'function' || kind === 'external');
  return isFunction ? member.object : call.callee;
}
