import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../../binding/bindings.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { walk } from '../../binding/walk.ts';
import { exitBy, exitByTest } from './exits.ts';
import type { Exit } from './exits.ts';
import { Flags } from './flags.ts';
import { isHarmlessNode } from './harmless.ts';
import { LoopValues } from './loop-values.ts';
import { Loop } from './loop.ts';
import type { LoopNode } from './loop.ts';
import { Turns } from './turns.ts';

/**
 * What a loop that does nothing waits for: a time, a value that other code of its thread would have to change, a value
 * that a timer would have to change while the loop lets microtasks run, another thread, or nothing at all.
 */
export type Spin = 'clock' | 'flag' | 'nothing' | 'shared' | 'starved';

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
  if (exits.length === 0) return 'nothing';
  // An exit without a condition ends the first round.
  if (exits.some((conditions) => conditions.length === 0)) return undefined;
  const conditions = exits.flat();
  const kinds = conditions.map((condition) => values.of(condition));
  if (kinds.includes('progress')) return undefined;
  const flags = new Flags(node, model, bindings.resolver);
  // A pause lets microtasks run. What they may change is worth waiting for; no clock waits for them.
  if (round.pauses && conditions.some((condition) => flags.mayChange(condition))) return undefined;
  if (kinds.includes('clock')) return 'clock';
  if (kinds.includes('shared')) return 'shared';
  return round.pauses ? 'starved' : 'flag';
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
  const turns = new Turns(resolver, model);
  const enter = (node: TSESTree.Node): boolean => {
    if (node.type === AST_NODE_TYPES.AwaitExpression) {
      round.pauses = true;
      round.isIdle &&= turns.isSettledAtOnce(node.argument);
      return false;
    }
    round.isIdle &&= isHarmlessNode(node, values);
    exits.push(...exitBy(node, loop.node));
    // What is returned or thrown is computed when the waiting is over.
    return round.isIdle && node.type !== AST_NODE_TYPES.ReturnStatement && node.type !== AST_NODE_TYPES.ThrowStatement;
  };
  for (const part of loop.parts) walk(part, model, enter);
  return round.isIdle ? round : undefined;
}
