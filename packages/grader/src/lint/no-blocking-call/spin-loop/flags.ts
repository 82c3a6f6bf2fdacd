import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Evaluation } from '../../binding/evaluation.ts';
import { returnedBy } from '../../binding/returns.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { isClassNode, isFunctionNode, parentOf, unwrapped, wrapped } from '../../binding/syntax.ts';
import { isGlobal } from '../../binding/value.ts';
import { constantValue, variableOf, writesTo } from '../../binding/variables.ts';
import { walk } from '../../binding/walk.ts';
import type { LoopNode } from './loop.ts';
import { Turns } from './turns.ts';

/** Through how many functions a flag is followed that is read in other words: `isOver()`. */
const maxDepth = 4;

/** Tells whether microtasks may change what a loop waits for, while it lets them run between its rounds. */
export class Flags {
  readonly #loop: LoopNode;
  readonly #model: SourceModel;
  readonly #resolver: Evaluation;
  readonly #turns: Turns;

  constructor(loop: LoopNode, model: SourceModel, resolver: Evaluation) {
    this.#loop = loop;
    this.#model = model;
    this.#resolver = resolver;
    this.#turns = new Turns(resolver, model);
  }

  mayChange(condition: TSESTree.Node, depth = 0): boolean {
    const node = unwrapped(condition);
    switch (node.type) {
      case AST_NODE_TYPES.Literal:
      case AST_NODE_TYPES.ThisExpression:
        return false;
      case AST_NODE_TYPES.Identifier:
        return this.#mayVariableChange(node);
      case AST_NODE_TYPES.MemberExpression:
        return this.#mayMemberChange(node, depth);
      case AST_NODE_TYPES.UnaryExpression:
        return this.mayChange(node.argument, depth);
      case AST_NODE_TYPES.BinaryExpression:
      case AST_NODE_TYPES.LogicalExpression:
        return this.mayChange(node.left, depth) || this.mayChange(node.right, depth);
      case AST_NODE_TYPES.ConditionalExpression:
        return [node.test, node.consequent, node.alternate].some((part) => this.mayChange(part, depth));
      case AST_NODE_TYPES.CallExpression:
      case AST_NODE_TYPES.NewExpression:
        return this.#mayResultChange(node, depth);
      default:
        return true;
    }
  }

  /** A call reads what its own function reads; one of the language reads what it is given. */
  #mayResultChange(call: TSESTree.CallExpression | TSESTree.NewExpression, depth: number): boolean {
    if (call.arguments.some((argument) => this.mayChange(argument, depth))) return true;
    const [callee] = this.#resolver.valuesOf(call.callee, this.#model);
    if (callee?.kind !== 'function') return false;
    return depth >= maxDepth || callee.model !== this.#model || returnedBy(callee.node).some((result) => this.mayChange(result, depth + 1));
  }

  #mayVariableChange(name: TSESTree.Identifier): boolean {
    const variable = variableOf(name, this.#model);
    if (variable === undefined) return !constants.has(name.name);
    // What another file exports, it may write at any time.
    const isImported = variable.defs.some(({ node }) => node.type === AST_NODE_TYPES.ImportSpecifier);
    return isImported || writesTo(variable).some(({ identifier }) => this.#mayComeBetween(identifier));
  }

  #mayMemberChange(member: TSESTree.MemberExpression, depth: number): boolean {
    if (member.property.type === AST_NODE_TYPES.PrivateIdentifier) return this.#mayPrivateChange(member.property);
    const { object } = member;
    if (object.type === AST_NODE_TYPES.CallExpression || object.type === AST_NODE_TYPES.NewExpression) {
      return this.mayChange(object, depth) || !this.#isKnown(object);
    }
    // The signal of `AbortSignal.timeout(…)` is a timer's.
    const root = object.type === AST_NODE_TYPES.Identifier ? constantValue(object, this.#model) : undefined;
    if (root === undefined || object.type !== AST_NODE_TYPES.Identifier) return true;
    const made = unwrapped(root);
    if (made.type === AST_NODE_TYPES.ObjectExpression || made.type === AST_NODE_TYPES.ArrayExpression) return this.#mayContentChange(object);
    if (made.type !== AST_NODE_TYPES.CallExpression) return true;
    return !this.#resolver.valuesOf(made.callee, this.#model).some((value) => isGlobal(value, 'AbortSignal.timeout'));
  }

  /** Is it a clock's answer, or another that nobody writes into? */
  #isKnown(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
    return this.#resolver.valuesOf(call.callee, this.#model).some(({ kind }) => kind === 'external');
  }

  /** `state.isOver` of a constant that the file writes out: does it go anywhere else, or is it written in a microtask? */
  #mayContentChange(name: TSESTree.Identifier): boolean {
    const references = variableOf(name, this.#model)?.references ?? [];
    return references.some((reference) => {
      if (reference.init === true) return false;
      const member = parentOf(reference.identifier);
      if (member?.type !== AST_NODE_TYPES.MemberExpression || member.object !== reference.identifier) return true;
      return isRead(member) ? isCalled(member) : this.#mayComeBetween(member);
    });
  }

  #mayPrivateChange({ name }: TSESTree.PrivateIdentifier): boolean {
    let owner = parentOf(this.#loop);
    while (owner !== undefined && !isClassNode(owner)) owner = parentOf(owner);
    if (owner === undefined) return true;
    let mayChange = false;
    walk(owner.body, this.#model, (node) => {
      const isSame = node.type === AST_NODE_TYPES.MemberExpression && node.property.type === AST_NODE_TYPES.PrivateIdentifier && node.property.name === name;
      mayChange ||= isSame && !isRead(node) && this.#mayComeBetween(node);
      return !mayChange;
    });
    return mayChange;
  }

  /** May a write happen while the loop pauses: not in the loop or beside it, and not only after a turn of the event loop? */
  #mayComeBetween(write: TSESTree.Node): boolean {
    const [start, end] = this.#loop.range;
    const isInLoop = start <= write.range[0] && write.range[1] <= end;
    return !isInLoop && !this.#isBeside(write) && !this.#turns.needsTurn(write);
  }

  /** A function does not go on while it is in its loop; another call of it may, but has variables of its own. */
  #isBeside(write: TSESTree.Node): boolean {
    const owner = functionAround(this.#loop);
    if (owner === undefined || functionAround(write) !== owner || write.type !== AST_NODE_TYPES.Identifier) return false;
    return variableOf(write, this.#model)?.defs.some(({ name }) => functionAround(name) === owner) ?? false;
  }
}

const constants: ReadonlySet<string> = new Set(['Infinity', 'NaN', 'undefined']);

function functionAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let around = parentOf(node);
  while (around !== undefined && !isFunctionNode(around)) around = parentOf(around);
  return around;
}

function isRead(member: TSESTree.MemberExpression): boolean {
  const user = parentOf(wrapped(member));
  if (user?.type === AST_NODE_TYPES.UpdateExpression) return false;
  return user?.type !== AST_NODE_TYPES.AssignmentExpression || user.left !== wrapped(member);
}

/** A method of the object may write into it. */
function isCalled(member: TSESTree.MemberExpression): boolean {
  const user = parentOf(wrapped(member));
  return user?.type === AST_NODE_TYPES.CallExpression && user.callee === wrapped(member);
}

