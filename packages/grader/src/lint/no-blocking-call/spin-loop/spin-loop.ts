import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../../binding/bindings.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { isFunctionNode } from '../../binding/syntax.ts';
import { walk } from '../../binding/walk.ts';
import { isMicrotaskPause } from './clocks.ts';
import { exitBy, exitByTest } from './exits.ts';
import type { Exit } from './exits.ts';
import { LoopValues } from './loop-values.ts';
import { Loop } from './loop.ts';
import type { LoopNode } from './loop.ts';

/** What a loop that does nothing waits for: a time, a value that others would have to change, or nothing at all. */
export type Spin = 'clock' | 'flag' | 'nothing';

/** What the loop waits for by spinning, or `undefined` when it does work, or waits as it should. */
export function spinOf(node: LoopNode, model: SourceModel, bindings: Bindings): Spin | undefined {
  const loop = new Loop(node, model);
  const values = new LoopValues(loop, model, bindings);
  const tests = exitByTest(node);
  // The test decides for nearly every loop, without a look at its body.
  if (tests.flat().some((test) => values.of(test) === 'progress')) return undefined;
  const round = idleRound(loop, values, model, bindings);
  if (round === undefined) return undefined;
  const exits = [...tests, ...round.exits];
  if (exits.length === 0) return round.pauses ? undefined : 'nothing';
  // An exit without a condition ends the first round.
  if (exits.some((conditions) => conditions.length === 0)) return undefined;
  const conditions = exits.flat();
  const kinds = conditions.map((condition) => values.of(condition));
  if (kinds.includes('progress')) return undefined;
  // A pause lets microtasks run: they may change a flag, but no clock waits for them.
  if (round.pauses && (!kinds.includes('clock') || conditions.some((condition) => values.readsFlag(condition)))) return undefined;
  return kinds.includes('clock') ? 'clock' : 'flag';
}

/** A round in which nothing happens, or `undefined` when something does. */
interface IdleRound {
  readonly exits: readonly Exit[];
  /** Whether it awaits what is there already. */
  readonly pauses: boolean;
}

function idleRound(
  loop: Loop,
  values: LoopValues,
  model: SourceModel,
  { resolver }: Bindings,
): IdleRound | undefined {
  const exits: Exit[] = [];
  const round = { exits, isIdle: true, pauses: false };
  const enter = (node: TSESTree.Node): boolean => {
    if (node.type === AST_NODE_TYPES.AwaitExpression) {
      round.pauses = true;
      round.isIdle &&= isMicrotaskPause(node.argument, (callee) => resolver.valuesOf(callee, model));
      return false;
    }
    round.isIdle &&= isHarmless(node, values);
    exits.push(...exitBy(node, loop.node));
    // What is returned or thrown is computed when the waiting is over.
    return round.isIdle && node.type !== AST_NODE_TYPES.ReturnStatement && node.type !== AST_NODE_TYPES.ThrowStatement;
  };
  for (const part of loop.parts) walk(part, model, enter);
  return round.isIdle ? round : undefined;
}

/** Does a part of a round, for itself, touch nothing but temporaries and counters? */
function isHarmless(node: TSESTree.Node, values: LoopValues): boolean {
  if (isFunctionNode(node)) return false;
  switch (node.type) {
    case AST_NODE_TYPES.AssignmentExpression:
      return node.left.type === AST_NODE_TYPES.Identifier;
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression:
      return values.isHarmlessCall(node);
    case AST_NODE_TYPES.MemberExpression:
      return values.isHarmlessRead(node);
    case AST_NODE_TYPES.UnaryExpression:
      return node.operator !== 'delete';
    case AST_NODE_TYPES.UpdateExpression:
      return node.argument.type === AST_NODE_TYPES.Identifier;
    case AST_NODE_TYPES.ClassExpression:
    case AST_NODE_TYPES.ForInStatement:
    case AST_NODE_TYPES.ForOfStatement:
    case AST_NODE_TYPES.ImportExpression:
    case AST_NODE_TYPES.JSXElement:
    case AST_NODE_TYPES.JSXFragment:
    case AST_NODE_TYPES.SpreadElement:
    case AST_NODE_TYPES.TaggedTemplateExpression:
    case AST_NODE_TYPES.YieldExpression:
      return false;
    default:
      return true;
  }
}
