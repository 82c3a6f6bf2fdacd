import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from '../binding/source-model.ts';
import { isClassNode, isFunctionNode } from '../binding/syntax.ts';
import type { FunctionNode } from '../binding/value.ts';
import { walk } from '../binding/walk.ts';

/** What a function returns in one place: `null` for a bare `return`. */
export type Result = TSESTree.Expression | null;

const noted = new WeakMap<FunctionNode, readonly Result[]>();

/** Keeps what somebody has seen a function return who has gone through it anyway. */
export function noteResults(owner: FunctionNode, results: readonly Result[]): void {
  noted.set(owner, results);
}

/** What the function returns; what functions inside of it return is theirs. */
export function resultsOf(owner: FunctionNode, model: SourceModel): readonly Result[] {
  if (owner.body.type !== AST_NODE_TYPES.BlockStatement) return [owner.body];
  const known = noted.get(owner);
  if (known !== undefined) return known;
  const results: Result[] = [];
  walk(owner.body, model, (node) => {
    if (node.type === AST_NODE_TYPES.ReturnStatement) results.push(node.argument);
    return !isFunctionNode(node) && !isClassNode(node);
  });
  noteResults(owner, results);
  return results;
}
