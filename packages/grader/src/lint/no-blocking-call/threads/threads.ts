import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Evaluation } from '../../binding/evaluation.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { isClassNode, isFunctionNode, parentOf, unwrapped, wrapped } from '../../binding/syntax.ts';
import { pathName } from '../../binding/value.ts';
import type { ClassNode, FunctionNode } from '../../binding/value.ts';
import { variableOf } from '../../binding/variables.ts';
import { walk } from '../../binding/walk.ts';
import { endsProcess, leaves } from './jumps.ts';
import { isOfWorker, threadWhere } from './thread-tests.ts';
import type { Thread } from './thread-tests.ts';

/**
 * Tells on which thread code runs. A worker thread has an event loop of its own, and may block it; a file may hold both
 * sides, and tell them apart by `isMainThread`.
 */
export class Threads {
  readonly #resolver: Evaluation;
  readonly #isOfThreads = new WeakMap<SourceModel, boolean>();
  readonly #isWorker = new WeakMap<SourceModel, boolean>();
  readonly #users = new Map<Named, Thread | undefined>();

  constructor(resolver: Evaluation) {
    this.#resolver = resolver;
  }

  /** Does the code run in worker threads only: where a test says so, or in a file that is a worker's? */
  isInWorker(node: TSESTree.Node, model: SourceModel): boolean {
    const thread = this.threadOf(node, model);
    return thread === undefined ? this.#isWorkerModule(model) : thread === 'worker';
  }

  /** The thread that the tests around and before the code leave for it. */
  threadOf(place: TSESTree.Node, model: SourceModel): Thread | undefined {
    if (!this.#namesThreads(model)) return undefined;
    let child = place;
    for (let parent = parentOf(child); parent !== undefined; child = parent, parent = parentOf(child)) {
      const thread = this.#within(parent, child, model) ?? (isNamed(parent) ? this.#ofUsers(parent, model) : undefined);
      if (thread !== undefined) return thread;
    }
    return undefined;
  }

  /** Words decide for nearly every file. */
  #namesThreads(model: SourceModel): boolean {
    const known = this.#isOfThreads.get(model) ?? /\b(?:isMainThread|parentPort|threadId|workerData)\b/.test(model.text);
    this.#isOfThreads.set(model, known);
    return known;
  }

  #where(condition: TSESTree.Node, holds: boolean, model: SourceModel): Thread | undefined {
    return threadWhere(condition, holds, model, this.#resolver);
  }

  /** What must hold for a part of a node to run. */
  #within(node: TSESTree.Node, part: TSESTree.Node, model: SourceModel): Thread | undefined {
    switch (node.type) {
      case AST_NODE_TYPES.ConditionalExpression:
      case AST_NODE_TYPES.IfStatement:
        return node.test === part ? undefined : this.#where(node.test, node.consequent === part, model);
      case AST_NODE_TYPES.LogicalExpression:
        return node.right === part ? this.#where(node.left, node.operator === '&&', model) : undefined;
      case AST_NODE_TYPES.WhileStatement:
        return node.body === part ? this.#where(node.test, true, model) : undefined;
      case AST_NODE_TYPES.SwitchCase:
        return this.#inCase(node, model) ?? this.#after(node.consequent, part, model);
      case AST_NODE_TYPES.BlockStatement:
      case AST_NODE_TYPES.Program:
      case AST_NODE_TYPES.StaticBlock:
        return this.#after(node.body, part, model);
      default:
        return undefined;
    }
  }

  #inCase(branch: TSESTree.SwitchCase, model: SourceModel): Thread | undefined {
    const { cases, discriminant } = branch.parent;
    const [others, isOther] = branch.test === null ? [cases.filter(({ test }) => test !== null), true] : [[branch], false];
    for (const { test } of others) {
      if (test === null) continue;
      const thread = this.#ofCase(discriminant, test, !isOther, model);
      if (thread !== undefined) return thread;
    }
    return undefined;
  }

  /** `switch (isMainThread) { case true: … }`, or `switch (true) { case isMainThread: … }` */
  #ofCase(discriminant: TSESTree.Expression, test: TSESTree.Expression, holds: boolean, model: SourceModel): Thread | undefined {
    const [constant, subject] = test.type === AST_NODE_TYPES.Literal ? [test, discriminant] : [discriminant, test];
    if (constant.type !== AST_NODE_TYPES.Literal || typeof constant.value !== 'boolean') return undefined;
    return this.#where(subject, holds === constant.value, model);
  }

  /** What must hold for control to come past the statements before one. */
  #after(statements: readonly TSESTree.Node[], part: TSESTree.Node, model: SourceModel): Thread | undefined {
    for (const statement of statements.slice(0, statements.findIndex((candidate) => candidate === part)).toReversed()) {
      const thread = this.#past(statement, 'block', model);
      if (thread !== undefined) return thread;
    }
    return undefined;
  }

  #past(statement: TSESTree.Node, reach: 'block' | 'callers', model: SourceModel): Thread | undefined {
    if (statement.type === AST_NODE_TYPES.IfStatement) {
      if (leaves(statement.consequent, reach, model, this.#resolver)) return this.#where(statement.test, false, model);
      return leaves(statement.alternate, reach, model, this.#resolver) ? this.#where(statement.test, true, model) : undefined;
    }
    if (statement.type !== AST_NODE_TYPES.ExpressionStatement) return undefined;
    const expression = unwrapped(statement.expression);
    // `isMainThread && process.exit()`
    if (expression.type === AST_NODE_TYPES.LogicalExpression && endsProcess(expression.right, model, this.#resolver)) {
      return this.#where(expression.left, expression.operator === '||', model);
    }
    return expression.type === AST_NODE_TYPES.CallExpression ? this.#pastCall(expression, model) : undefined;
  }

  /** `assert(!isMainThread)`, or a function of the program's own that throws on one of the threads. */
  #pastCall(call: TSESTree.CallExpression, model: SourceModel): Thread | undefined {
    const [first, second] = call.arguments;
    for (const value of this.#resolver.valuesOf(call.callee, model)) {
      if (value.kind === 'external' && /^assert(?:\/strict)?$/.test(value.module ?? '') && first !== undefined) {
        const name = pathName(value.path).replace(/^strict\.?/, '');
        if (name === '' || name === 'ok') return this.#where(first, true, model);
        const isEqual = /^(?:strictEqual|equal)$/.test(name) && second?.type === AST_NODE_TYPES.Literal;
        if (isEqual && typeof second.value === 'boolean') return this.#where(first, second.value, model);
      }
      const body = value.kind === 'function' && !value.node.generator ? value.node.body : undefined;
      if (value.kind !== 'function' || body?.type !== AST_NODE_TYPES.BlockStatement) continue;
      for (const statement of body.body) {
        const thread = statement.type === AST_NODE_TYPES.IfStatement ? this.#past(statement, 'callers', value.model) : undefined;
        if (thread !== undefined) return thread;
      }
    }
    return undefined;
  }

  /** The thread of a function or class that is used on one thread only. */
  #ofUsers(owner: Named, model: SourceModel): Thread | undefined {
    if (this.#users.has(owner)) return this.#users.get(owner);
    // Functions that call each other are where others call them from.
    this.#users.set(owner, undefined);
    const uses = nameOf(owner, model)?.references.filter((reference) => isUse(reference, owner)) ?? [];
    const threads = new Set(uses.map(({ identifier }) => this.threadOf(identifier, model)));
    const [only] = threads.size === 1 ? threads : [];
    this.#users.set(owner, only);
    return only;
  }

  /** Is it the code of worker threads: does it use their port or their data where no test has found that it is one? */
  #isWorkerModule(model: SourceModel): boolean {
    if (!this.#namesThreads(model)) return false;
    const known = this.#isWorker.get(model);
    if (known !== undefined) return known;
    let isWorker = false;
    walk(model.ast, model, (node) => {
      isWorker ||= this.#isUseOfWorker(node, model);
      return !isWorker && node.type !== AST_NODE_TYPES.ImportDeclaration;
    });
    this.#isWorker.set(model, isWorker);
    return isWorker;
  }

  #isUseOfWorker(node: TSESTree.Node, model: SourceModel): boolean {
    const isName = node.type === AST_NODE_TYPES.Identifier || node.type === AST_NODE_TYPES.MemberExpression;
    if (!isName || isTested(node) || !this.#resolver.valuesOf(node, model).some(isOfWorker)) return false;
    return this.threadOf(node, model) === undefined;
  }
}

type Named = ClassNode | FunctionNode;

function isNamed(node: TSESTree.Node): node is Named {
  return isFunctionNode(node) || isClassNode(node);
}

/** What holds a function or class, or the object whose member it is. */
function holderOf(node: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = wrapped(node);
  return parent?.type === AST_NODE_TYPES.Property ? holderOf(parent.parent) : parent;
}

/** The name under which a function or class is known to the file. */
function nameOf(owner: Named, model: SourceModel): TSESLint.Scope.Variable | undefined {
  const parent = holderOf(owner);
  if (parent?.type === AST_NODE_TYPES.VariableDeclarator && parent.id.type === AST_NODE_TYPES.Identifier) return variableOf(parent.id, model);
  const isDeclaration = owner.type === AST_NODE_TYPES.FunctionDeclaration || owner.type === AST_NODE_TYPES.ClassDeclaration;
  return isDeclaration && owner.id !== null ? variableOf(owner.id, model) : undefined;
}

/** Is it used there, and not only exported, declared or named in itself? */
function isUse({ identifier, init, isTypeReference }: TSESLint.Scope.Reference, owner: Named): boolean {
  const { type } = identifier.parent;
  if (init === true || isTypeReference || type === AST_NODE_TYPES.ExportSpecifier || type === AST_NODE_TYPES.ExportDefaultDeclaration) return false;
  return identifier.range[0] < owner.range[0] || identifier.range[1] > owner.range[1];
}

/** Is it only looked at: `if (parentPort)`, `parentPort === null`? */
function isTested(node: TSESTree.Node): boolean {
  const use = wrapped(node);
  const user = parentOf(use);
  switch (user?.type) {
    case AST_NODE_TYPES.BinaryExpression:
    case AST_NODE_TYPES.UnaryExpression:
      return true;
    case AST_NODE_TYPES.ConditionalExpression:
    case AST_NODE_TYPES.IfStatement:
      return user.test === use;
    case AST_NODE_TYPES.LogicalExpression:
      return user.left === use;
    default:
      return false;
  }
}
