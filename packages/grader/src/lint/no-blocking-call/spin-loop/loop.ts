import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from '../../binding/source-model.ts';

export type LoopNode = TSESTree.DoWhileStatement | TSESTree.ForStatement | TSESTree.WhileStatement;

export function isLoopNode(node: TSESTree.Node): node is LoopNode {
  return (
    node.type === AST_NODE_TYPES.WhileStatement ||
    node.type === AST_NODE_TYPES.DoWhileStatement ||
    node.type === AST_NODE_TYPES.ForStatement
  );
}

/** One loop and the parts of it that run every round. */
export class Loop {
  readonly node: LoopNode;
  readonly parts: readonly TSESTree.Node[];
  readonly #model: SourceModel;

  constructor(node: LoopNode, model: SourceModel) {
    this.node = node;
    this.#model = model;
    const update = node.type === AST_NODE_TYPES.ForStatement ? node.update : null;
    this.parts = [node.test, node.body, update].filter((part) => part !== null);
  }

  /** Does that place run every round? */
  repeats(place: TSESTree.Node, model: SourceModel): boolean {
    if (model !== this.#model) return false;
    return this.parts.some((part) => part.range[0] <= place.range[0] && place.range[1] <= part.range[1]);
  }
}
