import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../binding/bindings.ts';
import { memberName } from '../binding/constant-string.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { isField, isFunctionNode, parentOf, unwrapped, wrapped } from '../binding/syntax.ts';
import type { FunctionNode } from '../binding/value.ts';
import type { Callbacks } from './callbacks.ts';
import { isOnlyStored } from './effects/storing.ts';
import { givesPromise } from './gives-promise.ts';
import type { Call } from './primitives/primitive.ts';
import { isPromiseType } from './promise-expressions.ts';
import { isHandler } from './routes.ts';

/** Whether code runs between two turns of the event loop; `unsure` where it depends on what a function returns. */
export type Membership = 'inside' | 'outside' | 'unsure';

/**
 * Tells where code runs between two turns of the event loop, so that blocking there makes others wait:
 * in functions that are async or give a promise, in callbacks of the event loop, and in callbacks that are
 * written into a call inside one of those.
 */
export class AsyncContexts {
  readonly #bindings: Bindings;
  readonly #callbacks: Callbacks;
  readonly #byNames = new Map<FunctionNode, Membership>();
  readonly #settled = new Map<FunctionNode, boolean>();

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
    const membership = this.membershipOfFunction(owner, model);
    return membership === 'unsure' ? this.#isUnsureContext(owner, model) : membership === 'inside';
  }

  /** What a quick look tells about the function's body. What it returns takes a longer one, and is rarely needed. */
  membershipOfFunction(owner: FunctionNode, model: SourceModel): Membership {
    const known = this.#byNames.get(owner);
    if (known !== undefined) return known;
    // A function that waits for itself, as in `f = () => g(() => f())`, is none by that alone.
    this.#byNames.set(owner, 'outside');
    const membership = owner.async ? 'inside' : owner.generator ? 'outside' : this.#ofPlainFunction(owner, model);
    this.#byNames.set(owner, membership);
    return membership;
  }

  #membershipOf(node: TSESTree.Node, model: SourceModel): Membership {
    const owner = functionAround(node);
    return owner === undefined ? 'outside' : this.membershipOfFunction(owner, model);
  }

  #ofPlainFunction(owner: FunctionNode, model: SourceModel): Membership {
    const byPlace = this.#byPlace(owner, model);
    if (byPlace === 'inside') return 'inside';
    if (owner.returnType === undefined) return 'unsure';
    const { typeAnnotation } = owner.returnType;
    const isPromise = isPromiseType(typeAnnotation, model) ?? this.#bindings.isThenableType(typeAnnotation, model);
    return isPromise ? 'inside' : byPlace;
  }

  /** Is a function, what it returns aside, what the function around it is? */
  dependsOnPlace(owner: FunctionNode, model: SourceModel): boolean {
    return this.#byPlace(owner, model) === 'unsure';
  }

  /** What follows from where the function is written: into a call, and which. */
  #byPlace(owner: FunctionNode, model: SourceModel): Membership {
    const call = callAround(owner);
    if (call === undefined) return this.#isHandler(owner, model) ? 'inside' : 'outside';
    if (isCalleeOf(owner, call)) return this.#membershipOf(call, model);
    switch (this.#callbacks.fateIn(call, model)) {
      case 'event loop':
        return 'inside';
      case 'kept':
        return 'outside';
      case 'at once':
        return this.#membershipOf(call, model);
      case 'unknown':
        return isOnlyStored(owner, call, model, this.#bindings) ? 'outside' : this.#membershipOf(call, model);
    }
  }

  /** A request handler that is no argument itself. */
  #isHandler(owner: FunctionNode, model: SourceModel): boolean {
    const { parent } = wrapped(owner);
    switch (parent?.type) {
      case AST_NODE_TYPES.ArrayExpression: {
        const call = callWith(parent);
        return call !== undefined && this.#callbacks.fateIn(call, model) === 'event loop';
      }
      case AST_NODE_TYPES.Property:
        return parent.parent.type === AST_NODE_TYPES.ObjectExpression && this.#isHandlerInOptions(parent, parent.parent, model);
      case AST_NODE_TYPES.PropertyDefinition:
        return this.#isTypeOfHandlers(parent.typeAnnotation, model);
      case AST_NODE_TYPES.VariableDeclarator:
        return this.#isTypeOfHandlers(parent.id.typeAnnotation, model);
      default:
        return false;
    }
  }

  /** `app.route({ url: '/', handler(request, reply) { … } })` */
  #isHandlerInOptions(property: TSESTree.Property, options: TSESTree.ObjectExpression, model: SourceModel): boolean {
    const call = callWith(options);
    const name = call && memberName({ computed: property.computed, name: property.key }, model);
    return call !== undefined && name !== undefined && this.#callbacks.takesHandler(call, name, model);
  }

  #isTypeOfHandlers(annotation: TSESTree.TSTypeAnnotation | undefined, model: SourceModel): boolean {
    return annotation !== undefined && this.#bindings.resolver.valuesOf(annotation, model).some(isHandler);
  }

  #isUnsureContext(owner: FunctionNode, model: SourceModel): boolean {
    const known = this.#settled.get(owner);
    if (known !== undefined) return known;
    const call = callAround(owner);
    const isInside = call !== undefined && this.#byPlace(owner, model) === 'unsure' && this.contains(call, model);
    const answer = isInside || givesPromise(owner, model, this.#bindings);
    this.#settled.set(owner, answer);
    return answer;
  }
}

/** The call that a function is written into, as an argument or as what is called. */
export function callAround(owner: FunctionNode): Call | undefined {
  const { parent } = wrapped(owner);
  return parent?.type === AST_NODE_TYPES.CallExpression || parent?.type === AST_NODE_TYPES.NewExpression
    ? parent
    : undefined;
}

/** The call that a list or object is written into, as an argument. */
function callWith(argument: TSESTree.Node): TSESTree.CallExpression | undefined {
  const node = wrapped(argument);
  const { parent } = node;
  return parent?.type === AST_NODE_TYPES.CallExpression && parent.callee !== node ? parent : undefined;
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
