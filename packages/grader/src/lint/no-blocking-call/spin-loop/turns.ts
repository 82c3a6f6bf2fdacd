import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { calledMember } from '../../binding/called-member.ts';
import type { Evaluation } from '../../binding/evaluation.ts';
import { returnedBy } from '../../binding/returns.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { isFunctionNode, parentOf, unwrapped, wrapped } from '../../binding/syntax.ts';
import { isGlobal, pathName } from '../../binding/value.ts';
import type { FunctionNode, Value } from '../../binding/value.ts';
import { constantValue, variableOf } from '../../binding/variables.ts';

/** How many functions and constants are followed from one to the next. */
const maxDepth = 6;

/**
 * Tells apart what happens in microtasks, which come before the event loop turns, and what needs a turn of it: a timer,
 * an answer of the disk or the network.
 */
export class Turns {
  readonly #resolver: Evaluation;
  readonly #model: SourceModel;

  constructor(resolver: Evaluation, model: SourceModel) {
    this.#resolver = resolver;
    this.#model = model;
  }

  /** Does awaiting the expression let nothing run but microtasks: `null`, `Promise.resolve()`? */
  isSettledAtOnce(expression: TSESTree.Node, depth = 0): boolean {
    if (depth > maxDepth) return false;
    const node = unwrapped(expression);
    switch (node.type) {
      case AST_NODE_TYPES.ArrayExpression:
      case AST_NODE_TYPES.Literal:
      case AST_NODE_TYPES.TemplateLiteral:
        return true;
      case AST_NODE_TYPES.ObjectExpression:
        return node.properties.length === 0;
      case AST_NODE_TYPES.UnaryExpression:
        return node.operator === 'void' && node.argument.type === AST_NODE_TYPES.Literal;
      case AST_NODE_TYPES.Identifier: {
        const value = constantValue(node, this.#model);
        return node.name === 'undefined' || (value !== undefined && this.isSettledAtOnce(value, depth + 1));
      }
      case AST_NODE_TYPES.NewExpression:
        return this.#isPromiseThat(node, (use) => this.#settlesAtOnce(use));
      case AST_NODE_TYPES.CallExpression:
        return this.#isCallSettledAtOnce(node, depth);
      default:
        return false;
    }
  }

  /** Does the code run only after the event loop has turned? */
  needsTurn(place: TSESTree.Node, depth = 0): boolean {
    if (depth > maxDepth) return false;
    for (let child = place, parent = parentOf(place); parent !== undefined; child = parent, parent = parentOf(parent)) {
      if (isFunctionNode(parent)) return this.#isRunAfterTurn(parent, depth);
      if (parent.type === AST_NODE_TYPES.AssignmentExpression && parent.right !== child && this.#awaitsTurn(parent.right, depth)) return true;
      if (parent.type !== AST_NODE_TYPES.BlockStatement && parent.type !== AST_NODE_TYPES.Program) continue;
      const before = parent.body.slice(0, parent.body.findIndex((statement) => statement === child));
      if (before.some((statement) => this.#endsAfterTurn(statement, depth))) return true;
    }
    return false;
  }

  #isRunAfterTurn(owner: FunctionNode, depth: number): boolean {
    const argument = wrapped(owner);
    if (this.#isHandedToTurn(argument, depth)) return true;
    const name = nameOf(owner);
    const variable = name && variableOf(name, this.#model);
    const uses = variable?.references.filter(({ identifier, init }) => init !== true && identifier !== name) ?? [];
    return uses.length > 0 && uses.every(({ identifier }) => this.#isHandedToTurn(identifier, depth) || this.#isCalledAfterTurn(identifier, depth));
  }

  #isCalledAfterTurn(name: TSESTree.Node, depth: number): boolean {
    const call = wrapped(name).parent;
    return call?.type === AST_NODE_TYPES.CallExpression && call.callee === wrapped(name) && this.needsTurn(call, depth + 1);
  }

  /** Is the function given to what calls it after the event loop has turned: a timer, a callback of `node:fs`? */
  #isHandedToTurn(argument: TSESTree.Node, depth: number): boolean {
    const call = wrapped(argument).parent;
    if (call?.type !== AST_NODE_TYPES.CallExpression || !call.arguments.some((candidate) => candidate === wrapped(argument))) return false;
    if (this.#resolver.valuesOf(call.callee, this.#model).some(callsBackAfterTurn)) return true;
    const member = calledMember(call, this.#model);
    return member !== undefined && reactions.has(member.name) && this.#isSettledAfterTurn(member.object, depth + 1);
  }

  #endsAfterTurn(statement: TSESTree.Node, depth: number): boolean {
    if (statement.type === AST_NODE_TYPES.ExpressionStatement) return this.#awaitsTurn(statement.expression, depth);
    if (statement.type !== AST_NODE_TYPES.VariableDeclaration) return false;
    return statement.declarations.some(({ init }) => init !== null && this.#awaitsTurn(init, depth));
  }

  #awaitsTurn(expression: TSESTree.Node, depth: number): boolean {
    const node = unwrapped(expression);
    return node.type === AST_NODE_TYPES.AwaitExpression && this.#isSettledAfterTurn(node.argument, depth + 1);
  }

  /** Is it a promise that stays as it is until the event loop has turned? */
  #isSettledAfterTurn(expression: TSESTree.Node, depth: number): boolean {
    if (depth > maxDepth) return false;
    const node = unwrapped(expression);
    if (node.type === AST_NODE_TYPES.Identifier) {
      const value = constantValue(node, this.#model);
      return value !== undefined && this.#isSettledAfterTurn(value, depth + 1);
    }
    if (node.type === AST_NODE_TYPES.NewExpression) return this.#isPromiseThat(node, (use) => this.#isHandedToTurn(use, depth) || this.needsTurn(use, depth + 1));
    if (node.type !== AST_NODE_TYPES.CallExpression) return false;
    const member = calledMember(node, this.#model);
    if (member !== undefined && reactions.has(member.name)) return this.#isSettledAfterTurn(member.object, depth + 1);
    return this.#resolver.valuesOf(node.callee, this.#model).some((value) => {
      if (value.kind === 'external') return givesPromiseAfterTurn(value);
      if (value.kind !== 'function' || value.model !== this.#model || value.node.generator) return false;
      const { body, async } = value.node;
      if (async && body.type === AST_NODE_TYPES.BlockStatement) return body.body.some((statement) => this.#endsAfterTurn(statement, depth + 1));
      return returnedBy(value.node).some((result) => this.#isSettledAfterTurn(result, depth + 1));
    });
  }

  /** `new Promise((resolve) => …)`: are all the uses of its functions such? */
  #isPromiseThat({ callee, arguments: [executor] }: TSESTree.NewExpression, holds: (use: TSESTree.Node) => boolean): boolean {
    if (!this.#resolver.valuesOf(callee, this.#model).some((value) => isGlobal(value, 'Promise'))) return false;
    const owner = executor && unwrapped(executor);
    if (owner === undefined || !isFunctionNode(owner) || owner.params.length === 0) return false;
    const uses = owner.params.flatMap((parameter) =>
      parameter.type === AST_NODE_TYPES.Identifier ? (variableOf(parameter, this.#model)?.references ?? []) : [],
    );
    return uses.length > 0 && uses.every(({ identifier }) => holds(identifier));
  }

  /** `resolve()` in the executor itself, or `queueMicrotask(resolve)`. */
  #settlesAtOnce(use: TSESTree.Node): boolean {
    const name = wrapped(use);
    const call = name.parent;
    if (call?.type !== AST_NODE_TYPES.CallExpression) return false;
    const owner = functionAround(call);
    const isInExecutor = owner !== undefined && wrapped(owner).parent?.type === AST_NODE_TYPES.NewExpression;
    if (isInExecutor && call.callee === name) return true;
    if (this.#isMicrotask(call)) return true;
    // `queueMicrotask(() => resolve())`
    const around = owner && wrapped(owner).parent;
    return call.callee === name && around?.type === AST_NODE_TYPES.CallExpression && this.#isMicrotask(around);
  }

  #isMicrotask(call: TSESTree.CallExpression): boolean {
    return this.#resolver.valuesOf(call.callee, this.#model).some(callsBackBeforeTurn);
  }

  #isCallSettledAtOnce(call: TSESTree.CallExpression, depth: number): boolean {
    const { arguments: given } = call;
    const member = calledMember(call, this.#model);
    if (member !== undefined && reactions.has(member.name)) {
      return this.isSettledAtOnce(member.object, depth + 1) && given.every((argument) => isIdleFunction(argument));
    }
    const [callee] = this.#resolver.valuesOf(call.callee, this.#model);
    if (callee?.kind === 'function') return this.#isFunctionSettledAtOnce(callee.node, callee.model, depth);
    if (callee === undefined) return false;
    if (callsBackBeforeTurn(callee)) return given.every((argument) => isIdleFunction(argument));
    if (isGlobal(callee, 'Promise.resolve')) return given.every((argument) => this.isSettledAtOnce(argument, depth + 1));
    const isOfAll = ['all', 'allSettled', 'any', 'race'].some((name) => isGlobal(callee, `Promise.${name}`));
    const [list] = given;
    return isOfAll && list?.type === AST_NODE_TYPES.ArrayExpression && list.elements.every((element) => element === null || this.isSettledAtOnce(element, depth + 1));
  }

  /** `const tick = () => Promise.resolve()`, `async function tick() {}` */
  #isFunctionSettledAtOnce(owner: FunctionNode, model: SourceModel, depth: number): boolean {
    if (owner.generator || model !== this.#model) return false;
    const { body } = owner;
    if (body.type !== AST_NODE_TYPES.BlockStatement) return this.isSettledAtOnce(body, depth + 1);
    return body.body.every((statement) => {
      if (statement.type === AST_NODE_TYPES.ReturnStatement) return statement.argument === null || this.isSettledAtOnce(statement.argument, depth + 1);
      if (statement.type !== AST_NODE_TYPES.ExpressionStatement) return false;
      const { expression } = statement;
      return expression.type === AST_NODE_TYPES.AwaitExpression && this.isSettledAtOnce(expression.argument, depth + 1);
    });
  }
}

const reactions: ReadonlySet<string> = new Set(['catch', 'finally', 'then']);

const timers: ReadonlySet<string> = new Set(['setImmediate', 'setInterval', 'setTimeout']);

/** Modules whose callbacks, listeners and promises come from the system. */
const systemModules: ReadonlySet<string> = new Set(
  ['child_process', 'crypto', 'dgram', 'dns', 'fs', 'http', 'https', 'net', 'timers', 'tls', 'worker_threads', 'zlib'],
);

function callsBackAfterTurn(value: Value): boolean {
  if (value.kind !== 'external') return false;
  const name = pathName(value.path);
  if (value.module === undefined) return timers.has(name) || name === 'process.on' || name === 'process.once';
  return systemModules.has(value.module);
}

function callsBackBeforeTurn(value: Value): boolean {
  if (value.kind !== 'external') return false;
  const name = pathName(value.path);
  return value.module === undefined ? name === 'queueMicrotask' || name === 'process.nextTick' : value.module === 'process' && name === 'nextTick';
}

function givesPromiseAfterTurn({ module, path }: Extract<Value, { readonly kind: 'external' }>): boolean {
  if (module === undefined) return pathName(path) === 'fetch';
  return /^(?:dns|fs|stream|timers)\/promises$/.test(module);
}

/** `() => {}`, `() => undefined`, or nothing at all. */
function isIdleFunction(argument: TSESTree.Node): boolean {
  const node = unwrapped(argument);
  if (node.type === AST_NODE_TYPES.Identifier) return node.name === 'undefined';
  if (!isFunctionNode(node)) return node.type === AST_NODE_TYPES.Literal;
  const { body } = node;
  if (body.type === AST_NODE_TYPES.BlockStatement) return body.body.length === 0;
  return body.type === AST_NODE_TYPES.Literal || (body.type === AST_NODE_TYPES.Identifier && body.name === 'undefined');
}

function functionAround(node: TSESTree.Node): FunctionNode | undefined {
  for (let around = parentOf(node); around !== undefined; around = parentOf(around)) if (isFunctionNode(around)) return around;
  return undefined;
}

function nameOf(owner: FunctionNode): TSESTree.Identifier | undefined {
  if (owner.type === AST_NODE_TYPES.FunctionDeclaration) return owner.id ?? undefined;
  const { parent } = wrapped(owner);
  return parent?.type === AST_NODE_TYPES.VariableDeclarator && parent.id.type === AST_NODE_TYPES.Identifier ? parent.id : undefined;
}
