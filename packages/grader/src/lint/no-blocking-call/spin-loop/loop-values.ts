import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../../binding/bindings.ts';
import { calledMember } from '../../binding/called-member.ts';
import { memberName } from '../../binding/constant-string.ts';
import { wholePattern } from '../../binding/patterns.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { parentOf, unwrapped } from '../../binding/syntax.ts';
import type { FunctionNode, Value } from '../../binding/value.ts';
import { variableOf } from '../../binding/variables.ts';
import { walk } from '../../binding/walk.ts';
import type { Call } from '../primitives/primitive.ts';
import { resultsOf } from '../results.ts';
import { isClock, isPauseOfProcessor, isPure, isReadingMethod, isSharedRead, isTakingOfLock } from './clocks.ts';
import { conditionsOf } from './conditions.ts';
import type { KnownParts } from './harmless.ts';
import { isHarmlessNode } from './harmless.ts';
import { isLoopNode } from './loop.ts';
import type { Loop } from './loop.ts';

/**
 * How an expression may change from one round of a loop to the next when the loop does no work: with the clock, with
 * memory that another thread writes, or not at all by the loop's own doing. `progress` is everything else.
 */
export type Standstill = 'clock' | 'progress' | 'shared' | 'still';

/** Tells what can change while one loop runs. */
export class LoopValues implements KnownParts {
  readonly #loop: Loop;
  readonly #model: SourceModel;
  readonly #bindings: Bindings;
  readonly #variables = new Map<TSESLint.Scope.Variable, Standstill>();

  /** The project's own functions that led here, so that one that calls itself ends. */
  readonly #own: ReadonlySet<TSESTree.Node>;

  constructor(loop: Loop, model: SourceModel, bindings: Bindings, own: ReadonlySet<TSESTree.Node> = new Set()) {
    this.#own = own;
    this.#loop = loop;
    this.#model = model;
    this.#bindings = bindings;
  }

  of(expression: TSESTree.Node): Standstill {
    const node = unwrapped(expression);
    switch (node.type) {
      case AST_NODE_TYPES.Literal:
      case AST_NODE_TYPES.ThisExpression:
        return 'still';
      case AST_NODE_TYPES.Identifier:
        return this.#ofName(node);
      case AST_NODE_TYPES.TemplateLiteral:
        return this.#ofAll(node.expressions);
      case AST_NODE_TYPES.ArrayExpression:
        return this.#ofAll(node.elements.filter((element) => element !== null));
      case AST_NODE_TYPES.BinaryExpression:
      case AST_NODE_TYPES.LogicalExpression:
        return this.#ofAll([node.left, node.right]);
      case AST_NODE_TYPES.ConditionalExpression:
        return this.#ofAll([node.test, node.consequent, node.alternate]);
      case AST_NODE_TYPES.UnaryExpression:
        return node.operator === 'delete' ? 'progress' : this.of(node.argument);
      case AST_NODE_TYPES.AssignmentExpression:
        // A function that writes something may write what the loop waits for.
        return node.operator === '=' && this.#own.size === 0 ? this.of(node.right) : 'progress';
      case AST_NODE_TYPES.MemberExpression:
        return this.#ofMember(node);
      case AST_NODE_TYPES.SequenceExpression:
        return this.#ofAll(node.expressions);
      case AST_NODE_TYPES.CallExpression:
      case AST_NODE_TYPES.NewExpression:
        return this.#ofCall(node);
      default:
        return 'progress';
    }
  }

  isHarmlessCall(call: Call): boolean {
    const callee = this.#bindings.resolver.valuesOf(call.callee, this.#model);
    if (callee.length > 0 && callee.every((value) => isHarmless(value))) return true;
    if (callee.some(isTakingOfLock)) return this.#takesLock(call);
    return this.#timeOf(call) !== undefined || this.#ofOwnFunction(callee) !== 'progress' || this.#isIdleFunction(callee);
  }

  isHarmlessRead(member: TSESTree.MemberExpression): boolean {
    return this.#ofGetter(member) !== 'progress';
  }

  #ofMember(member: TSESTree.MemberExpression): Standstill {
    const parts = member.computed ? [member.object, member.property] : [member.object];
    return together([this.#ofGetter(member), this.#ofAll(parts)]);
  }

  /** What the code does that a member is computed by; a member that is just there stands still. */
  #ofGetter(member: TSESTree.MemberExpression): Standstill {
    const name = memberName({ computed: member.computed, name: member.property }, this.#model);
    if (name === undefined) return 'still';
    const getters = this.#bindings.accessorsOf(member, name, 'get', this.#model);
    if (getters.length > 0) return this.#ofOwnFunction(getters);
    const isKnown = this.#bindings.resolver.valuesOf(member.object, this.#model).some(({ kind }) => kind !== 'external');
    return !isKnown && this.#bindings.namesAccessor(name, this.#model) ? 'progress' : 'still';
  }

  #ofCall(call: Call): Standstill {
    const callee = this.#bindings.resolver.valuesOf(call.callee, this.#model);
    const given = this.#ofAll(call.arguments);
    if (given === 'progress') return given;
    if (callee.length > 0 && callee.every(isPure) && call.arguments.length > 0) return given;
    if (callee.some(isClock)) return 'clock';
    if (callee.some(isTakingOfLock)) return this.#takesLock(call) ? 'shared' : 'progress';
    const own = this.#timeOf(call) ?? (callee.some(isSharedRead) ? 'shared' : this.#ofOwnFunction(callee));
    // `expired(Date.now())` changes with the clock as `expired()` may.
    return own === 'still' ? given : own;
  }

  /** `new Date().getTime()`, `deadline.getTime()`; `undefined` for what is no date. */
  #timeOf(call: Call): Standstill | undefined {
    const member = calledMember(call, this.#model);
    if (member === undefined || !isReadingMethod(member.name)) return undefined;
    const object = this.of(member.object);
    if (object === 'clock') return object;
    // Only dates have a `getTime`; other things have a `get` that does who knows what.
    if (object === 'still' && member.name === 'getTime') return object;
    const isSpan = member.name === 'since' || member.name === 'until';
    return object === 'still' && isSpan && this.#ofAll(call.arguments) === 'clock' ? 'clock' : undefined;
  }

  /** `Atomics.compareExchange(lock, 0, 0, 1)`: tries the same again and again, unlike an update of what it has read. */
  #takesLock({ arguments: [, , ...values] }: Call): boolean {
    return values.every((value) => this.of(value) === 'still');
  }

  /** `const elapsed = () => Date.now() - start`: reading a clock in other words. */
  #ofOwnFunction(callee: readonly Value[]): Standstill {
    const inside = this.#enter(callee);
    if (inside === undefined) return 'progress';
    const { node, values } = inside;
    const results = resultsOf(node, values.#model);
    const conditions = results.flatMap((result) => (result === null ? [] : conditionsOf(result, node)));
    // What always gives the same looks at nothing, so that nothing can be waited for.
    const isConstant = conditions.length === 0 && results.every((result) => result === null || unwrapped(result).type === AST_NODE_TYPES.Literal);
    if (isConstant || results.includes(null)) return 'progress';
    const all = values.#ofAll([...results.filter((result) => result !== null), ...conditions]);
    return all === 'progress' || !values.#isIdle(node) ? 'progress' : all;
  }

  /** `function rest() {}`: does it nothing but what a loop may do that does nothing? */
  #isIdleFunction(callee: readonly Value[]): boolean {
    const inside = this.#enter(callee);
    return inside !== undefined && resultsOf(inside.node, inside.values.#model).length === 0 && inside.values.#isIdle(inside.node);
  }

  /** The only function that a call can mean, and how it sees the loop; one that calls itself ends. */
  #enter(callee: readonly Value[]): { readonly node: FunctionNode; readonly values: LoopValues } | undefined {
    const [value] = callee;
    if (value?.kind !== 'function' || callee.length > 1) return undefined;
    const { node, model } = value;
    if (node.async || node.generator || this.#own.has(node) || !node.params.every(({ type }) => type === AST_NODE_TYPES.Identifier)) return undefined;
    return { node, values: new LoopValues(this.#loop, model, this.#bindings, new Set([...this.#own, node])) };
  }

  #isIdle({ body }: FunctionNode): boolean {
    let isIdle = true;
    walk(body, this.#model, (node) => {
      isIdle &&= isHarmlessNode(node, this) && !isLoopNode(node) && node.type !== AST_NODE_TYPES.ThrowStatement && !this.#isWriteOutside(node);
      return isIdle;
    });
    return isIdle;
  }

  /** A function that writes something beside its own variables may write what the loop waits for. */
  #isWriteOutside(node: TSESTree.Node): boolean {
    const target = node.type === AST_NODE_TYPES.AssignmentExpression ? node.left : node.type === AST_NODE_TYPES.UpdateExpression ? node.argument : undefined;
    if (target === undefined) return false;
    if (target.type !== AST_NODE_TYPES.Identifier) return true;
    const variable = variableOf(target, this.#model);
    return variable?.defs.every(({ name }) => this.#isInOwn(name)) !== true;
  }

  #isInOwn(place: TSESTree.Node): boolean {
    for (let node: TSESTree.Node | undefined = place; node !== undefined; node = parentOf(node)) if (this.#own.has(node)) return true;
    return false;
  }

  /** Does that place run every round? */
  #repeats(place: TSESTree.Node): boolean {
    return this.#loop.repeats(place, this.#model) || (this.#own.size > 0 && this.#isInOwn(place));
  }

  #ofAll(parts: readonly TSESTree.Node[]): Standstill {
    return together(parts.map((part) => this.of(part)));
  }

  #ofName(name: TSESTree.Identifier): Standstill {
    const variable = variableOf(name, this.#model);
    if (variable === undefined) return 'still';
    const known = this.#variables.get(variable);
    if (known !== undefined) return known;
    // A variable that comes from itself counts or walks: that is progress.
    this.#variables.set(variable, 'progress');
    const answer = this.#ofVariable(variable);
    this.#variables.set(variable, answer);
    return answer;
  }

  #ofVariable({ references }: TSESLint.Scope.Variable): Standstill {
    const writes = references.filter((reference) => reference.isWrite() && this.#repeats(reference.identifier));
    return together(writes.map((write) => this.#ofWrite(write)));
  }

  #ofWrite({ identifier, writeExpr, init }: TSESLint.Scope.Reference): Standstill {
    if (writeExpr == null) return 'progress';
    const target = wholePattern(identifier);
    const { parent } = target;
    const isPlain =
      (parent?.type === AST_NODE_TYPES.VariableDeclarator && parent.init !== null) ||
      (parent?.type === AST_NODE_TYPES.AssignmentExpression && parent.operator === '=' && parent.left === target);
    if (!isPlain) return 'progress';
    const all = this.#ofAll([writeExpr, ...conditionsOf(identifier, this.#loop.node)]);
    // What the loop sets by itself, clock or no clock, it can also end by itself.
    return all === 'still' && init !== true && !this.#isInOwn(identifier) ? 'progress' : all;
  }
}

function together(all: readonly Standstill[]): Standstill {
  if (all.includes('progress')) return 'progress';
  if (all.includes('clock')) return 'clock';
  return all.includes('shared') ? 'shared' : 'still';
}

function isHarmless(value: Value): boolean {
  return isPure(value) || isClock(value) || isSharedRead(value) || isPauseOfProcessor(value);
}
