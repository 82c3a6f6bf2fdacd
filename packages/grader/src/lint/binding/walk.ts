import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from './source-model.ts';

/** Visits a node and what is in it, in the order of the text; where `enter` says no, what is inside is left out. */
export function walk(root: TSESTree.Node, model: SourceModel, enter: (node: TSESTree.Node) => boolean): void {
  // A list in place of recursion: code may be nested more deeply than the stack allows.
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (enter(node)) pushChildren(node, model, waiting);
  }
}

/** Tells every node what it is part of, as ESLint does for the files that it lints. */
export function linkParents(model: SourceModel): void {
  const children: TSESTree.Node[] = [];
  walk(model.ast, model, (node) => {
    pushChildren(node, model, children);
    for (const child of children.splice(0)) Reflect.set(child, 'parent', node);
    return true;
  });
}

/** Adds what is in a node to a list, the last first. Every node of every function goes through here: no copies. */
function pushChildren(node: TSESTree.Node, { visitorKeys }: SourceModel, list: TSESTree.Node[]): void {
  const keys = visitorKeys[node.type] ?? [];
  for (let at = keys.length - 1; at >= 0; at -= 1) {
    const child: unknown = Reflect.get(node, keys[at] ?? '');
    if (isNode(child)) list.push(child);
    else if (Array.isArray(child)) for (let i = child.length - 1; i >= 0; i -= 1) pushNode(child[i], list);
  }
}

function pushNode(value: unknown, list: TSESTree.Node[]): void {
  if (isNode(value)) list.push(value);
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
