import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from './source-model.ts';

/** Visits a node and what is in it, in the order of the text; where `enter` says no, what is inside is left out. */
export function walk(root: TSESTree.Node, model: SourceModel, enter: (node: TSESTree.Node) => boolean): void {
  // A list in place of recursion: code may be nested more deeply than the stack allows.
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (enter(node)) waiting.push(...childrenOf(node, model).toReversed());
  }
}

/** Tells every node what it is part of, as ESLint does for the files that it lints. */
export function linkParents(model: SourceModel): void {
  walk(model.ast, model, (node) => {
    for (const child of childrenOf(node, model)) Reflect.set(child, 'parent', node);
    return true;
  });
}

function childrenOf(node: TSESTree.Node, { visitorKeys }: SourceModel): readonly TSESTree.Node[] {
  const keys = visitorKeys[node.type] ?? [];
  return keys.flatMap((key): readonly TSESTree.Node[] => {
    const child: unknown = Reflect.get(node, key);
    if (Array.isArray(child)) return child.filter(isNode);
    return isNode(child) ? [child] : [];
  });
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
