import type { AnyNode, ForOfStatement, ModuleDeclaration, Statement, TryStatement } from 'acorn';
import MagicString from 'magic-string';
import { callName, hooksName } from './hooks-name.ts';
import { childrenOf, lineOf, syntaxOf } from './syntax.ts';
import type { Syntax } from './syntax.ts';

/**
 * A module that tells, as it runs, at which of its lines each task stands. For seeing only: it does what it did, at the same times
 * and in the same order, since nothing is awaited that was not. No line moves.
 *
 * @param code a module without types
 * @param file which of the recorded files it is
 * @returns the code as it is, where no parser can read it: it is played without lines
 */
export function instrumented(code: string, file: number): string {
  const syntax = syntaxOf(code);
  if (syntax === undefined) return code;
  const instrumenter = new Instrumenter(code, syntax, file);
  instrumenter.visit(syntax.program, { pauses: false, name: '' });
  return instrumenter.code;
}

type FunctionNode = Extract<AnyNode, { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }>;

interface Scope {
  /** Whether the innermost function can pause, and so knows the call that it was entered with. */
  readonly pauses: boolean;
  /** What a function that begins here is kept under. */
  readonly name: string;
}

const back = `${hooksName}.back(${callName}`;

class Instrumenter {
  readonly #text: MagicString;
  readonly #syntax: Syntax;
  readonly #file: number;

  constructor(code: string, syntax: Syntax, file: number) {
    this.#text = new MagicString(code);
    this.#syntax = syntax;
    this.#file = file;
  }

  get code(): string {
    return this.#text.toString();
  }

  visit(node: AnyNode, scope: Scope): void {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return this.#visitFunction(node, scope);
      case 'AwaitExpression':
        return scope.pauses ? this.#visitPause(node, node.argument, scope) : this.#visitChildren(node, scope);
      case 'YieldExpression':
        return this.#visitPause(node, node.argument ?? undefined, scope);
      case 'LabeledStatement':
      case 'ForOfStatement': {
        const loop = scope.pauses ? awaitingLoop(node) : undefined;
        return loop === undefined ? this.#visitChildren(node, scope) : this.#visitAwaitingLoop(node, loop, scope);
      }
      case 'TryStatement':
        return this.#visitTry(node, scope);
      case 'BlockStatement':
        this.#visitStatements(node.body);
        return this.#visitChildren(node, scope);
      case 'SwitchCase':
        this.#visitStatements(node.consequent);
        return this.#visitChildren(node, scope);
      default:
        return this.#visitChildren(node, { ...scope, name: nameIn(node, scope.name) });
    }
  }

  #visitChildren(node: AnyNode, scope: Scope): void {
    for (const child of childrenOf(node)) this.visit(child, scope);
  }

  #visitFunction(node: FunctionNode, { name }: Scope): void {
    const pauses = node.async || node.generator;
    const enter = `const ${callName}=${hooksName}.enter(${this.#place(node)},${JSON.stringify(node.id?.name ?? name)},${node.generator && !node.async});try{`;
    const exit = `}finally{${hooksName}.exit(${callName})}`;
    const isBlock = node.body.type === 'BlockStatement';
    // Its body may stand in brackets, which stay around all of it.
    const bodyAt = isBlock ? node.body.start + 1 : (this.#syntax.arrows.findLast((end) => end <= node.body.start) ?? node.body.start);
    const endAt = isBlock ? node.end - 1 : node.end;
    // Where nothing stands between the two, they would change places.
    if (pauses && bodyAt < endAt) this.#before(bodyAt, isBlock ? enter : `{${enter}return (`);
    else if (pauses) this.#after(bodyAt, enter);
    this.#visitChildren(node, { pauses, name: isBlock ? '' : name });
    if (pauses) this.#after(endAt, isBlock ? exit : `)${exit}}`);
  }

  #visitPause(node: AnyNode, argument: AnyNode | undefined, scope: Scope): void {
    const delegates = node.type === 'YieldExpression' && node.delegate;
    this.#before(node.start, `${back},`);
    if (argument !== undefined) this.#before(argument.start, `${hooksName}.${delegates ? 'each' : 'leave'}(${callName},${this.#place(node)},(`);
    this.#visitChildren(node, { ...scope, name: '' });
    if (argument !== undefined) this.#after(argument.end, '))');
    this.#after(node.end, argument === undefined ? ` ${hooksName}.leave(${callName},${this.#place(node)}))` : ')');
  }

  /** @param statement the loop with its labels, if it has any */
  #visitAwaitingLoop(statement: AnyNode, loop: ForOfStatement, scope: Scope): void {
    this.#before(statement.start, '{');
    this.#before(loop.right.start, `${hooksName}.each(${callName},${this.#place(loop)},(`);
    this.visit(loop.left, scope);
    this.visit(loop.right, scope);
    this.#after(loop.right.end, '))');
    const isBlock = loop.body.type === 'BlockStatement';
    this.#before(loop.body.start + Number(isBlock), `${isBlock ? '' : '{'}${back});`);
    this.visit(loop.body, scope);
    if (!isBlock) this.#after(loop.body.end, '}');
    this.#after(statement.end, `${back});}`);
  }

  /** What was waited for may have failed. */
  #visitTry(node: TryStatement, scope: Scope): void {
    for (const block of [node.handler?.body, node.finalizer]) if (block && scope.pauses) this.#before(block.start + 1, `${back});`);
    this.#visitChildren(node, scope);
  }

  #visitStatements(statements: readonly (Statement | ModuleDeclaration)[]): void {
    for (const statement of statements) {
      const isDeclared = statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration';
      if (!isDeclared && !('directive' in statement)) this.#before(statement.start, `${hooksName}.at(${this.#place(statement)});`);
    }
  }

  #place(node: AnyNode): string {
    return `${this.#file},${lineOf(node)}`;
  }

  /** Further in than what is already there. */
  #before(at: number, text: string): void {
    this.#text.appendRight(at, text);
  }

  /** Further out than what is already there. */
  #after(at: number, text: string): void {
    this.#text.appendLeft(at, text);
  }
}

function awaitingLoop(node: AnyNode): ForOfStatement | undefined {
  if (node.type === 'LabeledStatement') return awaitingLoop(node.body);
  return node.type === 'ForOfStatement' && node.await ? node : undefined;
}

/** What a function within the node is kept under: in `const boilWater = coroutine(async () => …)`, boilWater. */
function nameIn(node: AnyNode, name: string): string {
  switch (node.type) {
    case 'VariableDeclarator':
      return node.id.type === 'Identifier' ? node.id.name : '';
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return node.key.type === 'Identifier' ? node.key.name : '';
    case 'CallExpression':
      return name;
    default:
      return '';
  }
}
