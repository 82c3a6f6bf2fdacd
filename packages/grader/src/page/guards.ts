import { parse } from 'acorn';
import type { Node } from 'acorn';
import { guardName } from './guard-name.ts';

/**
 * Code that calls the guard before each statement, and each time round in what has none: so what does not end can be told by its
 * line. No line moves. It is for finding the line only: an answer is judged as it is.
 *
 * @param code a module without types
 */
export function withGuards(code: string): string {
  const insertions: Insertion[] = [];
  visit(parseOrNothing(code), insertions);
  let guarded = code;
  // From the end; of two at one place the one that was found last, deeper inside, goes in first.
  for (const { at, text } of insertions.toSorted((one, other) => other.at - one.at)) guarded = guarded.slice(0, at) + text + guarded.slice(at);
  return guarded;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function parseOrNothing(code: string): unknown {
  try {
    return parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch {
    // Newer than this parser: then no line is found.
    return undefined;
  }
}

const loops: ReadonlySet<string> = new Set(['WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForInStatement', 'ForOfStatement']);
const lists: ReadonlySet<string> = new Set(['Program', 'BlockStatement', 'StaticBlock']);
const functions: ReadonlySet<string> = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function visit(node: unknown, insertions: Insertion[]): void {
  if (Array.isArray(node)) for (const one of node) visit(one, insertions);
  if (!isNode(node)) return;
  const body: unknown = Reflect.get(node, 'body');
  if (lists.has(node.type)) insertions.push(...guardsBefore(body));
  if (node.type === 'SwitchCase') insertions.push(...guardsBefore(Reflect.get(node, 'consequent')));
  if ((loops.has(node.type) || functions.has(node.type)) && isNode(body)) insertions.push(...guardsOf(body, functions.has(node.type)));
  for (const value of Object.values(node)) if (typeof value === 'object') visit(value, insertions);
}

function guardsBefore(statements: unknown): readonly Insertion[] {
  const all: readonly unknown[] = Array.isArray(statements) ? statements : [];
  // `'use strict'` has to stay the first.
  return all.filter(isNode).filter((node) => !('directive' in node)).map(({ start }) => ({ at: start, text: `${guardName}();` }));
}

function guardsOf({ type, start, end }: Node, isFunction: boolean): readonly Insertion[] {
  if (type === 'BlockStatement') return [{ at: start + 1, text: `${guardName}();` }];
  // Of an arrow function without braces; its body may stand in brackets, which stay around all of it.
  if (isFunction) return [{ at: start, text: `(${guardName}(),` }, { at: end, text: ')' }];
  return [{ at: start, text: `{${guardName}();` }, { at: end, text: '}' }];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value && 'end' in value;
}
