import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from './constant-string.ts';
import type { SourceModel } from './source-model.ts';
import { unwrapped } from './syntax.ts';

/** The member that a call goes to: `map` of `files` for `files.map(…)`. */
export function calledMember(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  model: SourceModel,
): { readonly object: TSESTree.Node; readonly name: string } | undefined {
  const callee = unwrapped(call.callee);
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
  const name = memberName({ computed: callee.computed, name: callee.property }, model);
  return name === undefined ? undefined : { object: callee.object, name };
}
