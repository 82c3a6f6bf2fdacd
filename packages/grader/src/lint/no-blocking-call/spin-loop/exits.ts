import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { parentOf } from '../../binding/syntax.ts';
import { conditionsOf } from './conditions.ts';
import type { LoopNode } from './loop.ts';

/** What must hold for a loop to end in one way: all of it, or nothing where it ends in any case. */
export type Exit = readonly TSESTree.Expression[];

/** The exit by the loop's own test; `while (true)` has none. */
export function exitByTest({ test }: LoopNode): readonly Exit[] {
  if (test === null) return [];
  if (test.type !== AST_NODE_TYPES.Literal) return [[test]];
  return test.value === false || test.value === 0 ? [[]] : [];
}

/** The exit by a statement in the loop's body, if it is one. */
export function exitBy(statement: TSESTree.Node, loop: LoopNode): readonly Exit[] {
  return leaves(statement, loop) ? [conditionsOf(statement, loop)] : [];
}

function leaves(statement: TSESTree.Node, loop: LoopNode): boolean {
  switch (statement.type) {
    case AST_NODE_TYPES.ReturnStatement:
    case AST_NODE_TYPES.ThrowStatement:
      return true;
    case AST_NODE_TYPES.BreakStatement:
      return !ends(statement, loop, statement.label === null ? isBreakable : labelled(statement.label));
    case AST_NODE_TYPES.ContinueStatement:
      if (statement.label === null || isLabelOf(loop, statement.label)) return false;
      return !ends(statement, loop, labelled(statement.label));
    default:
      return false;
  }
}

/** Does a jump end at a statement inside of the loop, so that the loop goes on? */
function ends(jump: TSESTree.Node, loop: LoopNode, isTarget: (node: TSESTree.Node) => boolean): boolean {
  for (let node = parentOf(jump); node !== undefined && node !== loop; node = parentOf(node)) {
    if (isTarget(node)) return true;
  }
  return false;
}

function labelled(label: TSESTree.Identifier): (node: TSESTree.Node) => boolean {
  return (node) => node.type === AST_NODE_TYPES.LabeledStatement && node.label.name === label.name;
}

function isLabelOf(loop: LoopNode, { name }: TSESTree.Identifier): boolean {
  for (let node = parentOf(loop); node?.type === AST_NODE_TYPES.LabeledStatement; node = parentOf(node)) {
    if (node.label.name === name) return true;
  }
  return false;
}

function isBreakable(node: TSESTree.Node): boolean {
  switch (node.type) {
    case AST_NODE_TYPES.DoWhileStatement:
    case AST_NODE_TYPES.ForInStatement:
    case AST_NODE_TYPES.ForOfStatement:
    case AST_NODE_TYPES.ForStatement:
    case AST_NODE_TYPES.SwitchStatement:
    case AST_NODE_TYPES.WhileStatement:
      return true;
    default:
      return false;
  }
}
