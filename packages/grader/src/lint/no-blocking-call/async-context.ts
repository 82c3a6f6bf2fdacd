import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from '../binding/constant-string.ts';
import type { ValueResolver } from '../binding/resolver.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { isFunctionNode, parentOf, unwrapped, wrapped } from '../binding/syntax.ts';
import { isGlobal, pathName } from '../binding/value.ts';
import type { FunctionNode, Value } from '../binding/value.ts';

/** Tells where code runs between two turns of the event loop, so that blocking there makes others wait. */
export class AsyncContexts {
  readonly #resolver: ValueResolver;
  readonly #model: SourceModel;
  readonly #known = new Map<FunctionNode, boolean>();

  constructor(resolver: ValueResolver, model: SourceModel) {
    this.#resolver = resolver;
    this.#model = model;
  }

  /** Does this place belong to an async function, or to a callback that the event loop or one of those calls? */
  contains(node: TSESTree.Node): boolean {
    const owner = functionAround(node);
    return owner !== undefined && this.#isAsync(owner);
  }

  #isAsync(owner: FunctionNode): boolean {
    const known = this.#known.get(owner);
    if (known !== undefined) return known;
    const answer = owner.async || (!owner.generator && this.#isCalledInContext(owner));
    this.#known.set(owner, answer);
    return answer;
  }

  #isCalledInContext(owner: FunctionNode): boolean {
    const argument = wrapped(owner);
    const call = argument.parent;
    if (call?.type !== AST_NODE_TYPES.CallExpression && call?.type !== AST_NODE_TYPES.NewExpression) return false;
    return call.callee !== argument && this.#runsOnTheLoop(call) ? true : this.contains(call);
  }

  #runsOnTheLoop(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
    if (this.#resolver.valuesOf(call.callee, this.#model).some(callsLater)) return true;
    const callee = unwrapped(call.callee);
    if (call.type === AST_NODE_TYPES.NewExpression || callee.type !== AST_NODE_TYPES.MemberExpression) return false;
    const name = memberName({ computed: callee.computed, name: callee.property }, this.#model);
    return name === 'then' || name === 'catch' || name === 'finally';
  }
}

/** The function whose code a node is, parameters included; `undefined` at the top level. */
export function functionAround(node: TSESTree.Node): FunctionNode | undefined {
  for (let current = parentOf(node); current !== undefined; current = parentOf(current)) {
    if (isFunctionNode(current)) return current;
    if (current.type === AST_NODE_TYPES.StaticBlock) return undefined;
  }
  return undefined;
}

const schedulers: ReadonlySet<string> = new Set([
  'Promise',
  'process.nextTick',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
]);

function callsLater(value: Value): boolean {
  if (value.kind !== 'external') return false;
  const name = pathName(value.path);
  switch (value.module) {
    case undefined:
      return schedulers.has(name);
    case 'timers':
      return schedulers.has(name);
    case 'process':
      return name === 'nextTick';
    case '@teatime/core':
      return name === 'coroutine';
    default:
      return isGlobal(value, name) && schedulers.has(name);
  }
}
