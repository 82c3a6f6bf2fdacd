import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../binding/bindings.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { isField, isFunctionNode, parentOf, unwrapped, wrapped } from '../binding/syntax.ts';
import type { FunctionNode } from '../binding/value.ts';
import type { Callbacks } from './callbacks.ts';
import { givesPromise } from './gives-promise.ts';
import type { Call } from './primitives/primitive.ts';

/**
 * Tells where code runs between two turns of the event loop, so that blocking there makes others wait:
 * in functions that are async or give a promise, in callbacks of the event loop, and in callbacks that are
 * written into a call inside one of those.
 */
export class AsyncContexts {
  readonly #bindings: Bindings;
  readonly #callbacks: Callbacks;
  readonly #known = new Map<FunctionNode, boolean>();

  constructor(bindings: Bindings, callbacks: Callbacks) {
    this.#bindings = bindings;
    this.#callbacks = callbacks;
  }

  contains(node: TSESTree.Node, model: SourceModel): boolean {
    const owner = functionAround(node);
    return owner !== undefined && this.isContext(owner, model);
  }

  /** Is the body of the function one? Then what blocks in it is reported in it, not where it is called. */
  isContext(owner: FunctionNode, model: SourceModel): boolean {
    const known = this.#known.get(owner);
    if (known !== undefined) return known;
    // A function that waits for itself, as in `f = () => g(() => f())`, is none by that alone.
    this.#known.set(owner, false);
    const answer = owner.async || (!owner.generator && this.#isContext(owner, model));
    this.#known.set(owner, answer);
    return answer;
  }

  #isContext(owner: FunctionNode, model: SourceModel): boolean {
    const call = callAround(owner);
    if (call === undefined) return givesPromise(owner, model, this.#bindings);
    if (isCalleeOf(owner, call)) return this.contains(call, model) || givesPromise(owner, model, this.#bindings);
    switch (this.#callbacks.fateIn(call, model)) {
      case 'event loop':
        return true;
      case 'kept':
        return givesPromise(owner, model, this.#bindings);
      case 'at once':
      case 'unknown':
        return this.contains(call, model) || givesPromise(owner, model, this.#bindings);
    }
  }
}

/** The call that a function is written into, as an argument or as what is called. */
export function callAround(owner: FunctionNode): Call | undefined {
  const { parent } = wrapped(owner);
  return parent?.type === AST_NODE_TYPES.CallExpression || parent?.type === AST_NODE_TYPES.NewExpression
    ? parent
    : undefined;
}

export function isCalleeOf(owner: FunctionNode, call: Call): boolean {
  return unwrapped(call.callee) === owner;
}

/** The function whose code a node is, parameters included; `undefined` at the top level and in fields of classes. */
function functionAround(node: TSESTree.Node): FunctionNode | undefined {
  let child = node;
  for (let parent = parentOf(node); parent !== undefined; child = parent, parent = parentOf(child)) {
    if (isFunctionNode(parent)) return parent;
    // The value of a field is computed for every instance, whoever makes it.
    if (isField(parent) && !parent.static && parent.value === child) return undefined;
  }
  return undefined;
}
