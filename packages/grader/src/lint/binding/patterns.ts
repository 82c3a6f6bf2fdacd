import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Evaluation } from './evaluation.ts';
import type { SourceModel } from './source-model.ts';
import { memberNames } from './texts.ts';

/** How a destructuring pattern reaches a name: `{ promises: { readFile: read } }` reaches `read` by two steps. */
export interface PatternPath {
  /** The names of each step: several where it depends on a run which one it is. */
  readonly steps: readonly (readonly string[])[];
  /** What the name stands for when there is nothing to destructure: `{ read = readFileSync }`. */
  readonly defaults: readonly TSESTree.Expression[];
}

/** The way from `pattern` down to `name`, or `undefined` for the rest of a list and keys that only a run knows. */
export function pathTo(
  name: TSESTree.Node,
  pattern: TSESTree.Node,
  model: SourceModel,
  resolver: Evaluation,
): PatternPath | undefined {
  const steps: (readonly string[])[] = [];
  const defaults: TSESTree.Expression[] = [];
  for (let node = name; node !== pattern; ) {
    const parent: TSESTree.Node | undefined = node.parent;
    switch (parent?.type) {
      case AST_NODE_TYPES.AssignmentPattern:
        defaults.push(parent.right);
        break;
      case AST_NODE_TYPES.Property: {
        const keys = memberNames({ computed: parent.computed, name: parent.key }, model, resolver);
        if (keys.length === 0) return undefined;
        steps.unshift(keys);
        break;
      }
      case AST_NODE_TYPES.ArrayPattern:
        steps.unshift([String(parent.elements.findIndex((element) => element === node))]);
        break;
      case AST_NODE_TYPES.ObjectPattern:
        break;
      case AST_NODE_TYPES.RestElement:
        // What is left of an object keeps its names; what is left of an array is numbered anew.
        if (parent.parent.type !== AST_NODE_TYPES.ObjectPattern) return undefined;
        break;
      default:
        return undefined;
    }
    node = parent;
  }
  return { steps, defaults };
}

/** The outermost pattern that a name or pattern is part of. */
export function wholePattern(part: TSESTree.Node): TSESTree.Node {
  let pattern = part;
  while (pattern.parent !== undefined && isPatternPart(pattern, pattern.parent)) pattern = pattern.parent;
  return pattern;
}

function isPatternPart(node: TSESTree.Node, parent: TSESTree.Node): boolean {
  switch (parent.type) {
    case AST_NODE_TYPES.ArrayPattern:
    case AST_NODE_TYPES.ObjectPattern:
    case AST_NODE_TYPES.RestElement:
      return true;
    case AST_NODE_TYPES.Property:
      return parent.value === node && parent.parent.type === AST_NODE_TYPES.ObjectPattern;
    case AST_NODE_TYPES.AssignmentPattern:
      return parent.left === node;
    default:
      return false;
  }
}
