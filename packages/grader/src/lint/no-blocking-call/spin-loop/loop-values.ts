import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../../binding/bindings.ts';
import { calledMember } from '../../binding/called-member.ts';
import { memberName } from '../../binding/constant-string.ts';
import { returnedBy } from '../../binding/returns.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { parentOf, unwrapped } from '../../binding/syntax.ts';
import type { Value } from '../../binding/value.ts';
import { variableOf, writesTo } from '../../binding/variables.ts';
import { walk } from '../../binding/walk.ts';
import type { Call } from '../primitives/primitive.ts';
import { isClock, isPure, isSharedRead, isTimeMethod } from './clocks.ts';
import { conditionsOf } from './conditions.ts';
import type { Loop } from './loop.ts';

/**
 * How an expression may change from one round of a loop to the next when the loop does no work: with the clock,
 * or not at all by the loop's own doing. `progress` is everything else.
 */
export type Standstill = 'clock' | 'still' | 'progress';

/** Tells what can change while one loop runs. */
export class LoopValues {
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

  /** Does the call only look at clocks and compute, so that it is no work? */
  isHarmlessCall(call: Call): boolean {
    const callee = this.#bindings.resolver.valuesOf(call.callee, this.#model);
    if (callee.length > 0 && callee.every((value) => isPure(value) || isClock(value) || isSharedRead(value))) return true;
    return this.#timeOf(call) !== undefined || this.#ofOwnFunction(callee) !== 'progress';
  }

  /** Does reading the member run no code but what looks at clocks? */
  isHarmlessRead(member: TSESTree.MemberExpression): boolean {
    return this.#ofGetter(member) !== 'progress';
  }

  /** Does the expression read something that other code may write while the loop pauses? */
  readsFlag(expression: TSESTree.Node): boolean {
    let found = false;
    walk(expression, this.#model, (node) => {
      found ||= node.type === AST_NODE_TYPES.Identifier && this.#isWrittenElsewhere(node);
      // What a clock is read from is no flag: `performance.now()`.
      return node.type !== AST_NODE_TYPES.CallExpression;
    });
    return found;
  }

  #isWrittenElsewhere(name: TSESTree.Identifier): boolean {
    const variable = variableOf(name, this.#model);
    return variable !== undefined && writesTo(variable).some(({ identifier }) => !this.#loop.repeats(identifier, this.#model));
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
    const isKnown = this.#bindings.resolver.valuesOf(member, this.#model).length > 0;
    return !isKnown && this.#bindings.namesAccessor(name, this.#model) ? 'progress' : 'still';
  }

  #ofCall(call: Call): Standstill {
    const callee = this.#bindings.resolver.valuesOf(call.callee, this.#model);
    const given = this.#ofAll(call.arguments);
    if (given === 'progress') return given;
    if (callee.length > 0 && callee.every(isPure) && call.arguments.length > 0) return given;
    if (callee.some(isClock)) return 'clock';
    const own = this.#timeOf(call) ?? (callee.some(isSharedRead) ? 'still' : this.#ofOwnFunction(callee));
    // `expired(Date.now())` changes with the clock as `expired()` may.
    return own === 'still' ? given : own;
  }

  /** `new Date().getTime()`, `deadline.getTime()`; `undefined` for what is no date. */
  #timeOf(call: Call): Standstill | undefined {
    const member = calledMember(call, this.#model);
    if (member === undefined || !isTimeMethod(member.name)) return undefined;
    const object = this.of(member.object);
    // Only dates have a `getTime`; other things have a `get` that does who knows what.
    return object === 'clock' || (object === 'still' && member.name === 'getTime') ? object : undefined;
  }

  /** `const elapsed = () => Date.now() - start`: reading a clock in other words. */
  #ofOwnFunction(callee: readonly Value[]): Standstill {
    const [value] = callee;
    if (value?.kind !== 'function' || callee.length > 1) return 'progress';
    const { node, model } = value;
    const results = returnedBy(node);
    if (node.async || results.length === 0 || !isOneStatement(node.body)) return 'progress';
    if (!node.params.every(({ type }) => type === AST_NODE_TYPES.Identifier) || this.#own.has(node)) return 'progress';
    // What always gives the same looks at nothing, so that nothing can be waited for.
    if (results.every((result) => unwrapped(result).type === AST_NODE_TYPES.Literal)) return 'progress';
    const inside = new LoopValues(this.#loop, model, this.#bindings, new Set([...this.#own, node]));
    return inside.#ofAll(results);
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
    const writes = references.filter((reference) => reference.isWrite() && this.#loop.repeats(reference.identifier, this.#model));
    return together(writes.map((write) => this.#ofWrite(write)));
  }

  #ofWrite({ identifier, writeExpr, init }: TSESLint.Scope.Reference): Standstill {
    if (writeExpr == null) return 'progress';
    const target = parentOf(identifier);
    const isPlain =
      target?.type === AST_NODE_TYPES.VariableDeclarator ||
      (target?.type === AST_NODE_TYPES.AssignmentExpression && target.operator === '=' && target.left === identifier);
    if (!isPlain) return 'progress';
    const all = this.#ofAll([writeExpr, ...conditionsOf(identifier, this.#loop.node)]);
    // What the loop sets by itself, clock or no clock, it can also end by itself.
    return all === 'still' && init !== true ? 'progress' : all;
  }
}

function together(all: readonly Standstill[]): Standstill {
  if (all.includes('progress')) return 'progress';
  return all.includes('clock') ? 'clock' : 'still';
}

function isOneStatement(body: TSESTree.BlockStatement | TSESTree.Expression): boolean {
  return body.type !== AST_NODE_TYPES.BlockStatement || body.body.length === 1;
}
