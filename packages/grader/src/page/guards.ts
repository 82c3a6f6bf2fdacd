import type { AnyNode } from 'acorn';
import { childrenOf, isNode, syntaxOf } from '../player/instrument/syntax.ts';
import { guardName } from './guard-name.ts';

/** Code with guards in it. */
export interface Guarded {
  readonly code: string;
  /** Which column of the line it was without them; both from 1. */
  readonly columnBefore: (line: number, column: number) => number;
}

/**
 * Code that calls the guard before each statement, and each time round in what has none: so what does not end can be told by its
 * line. No line moves. It is for finding the place only: an answer is judged as it is.
 *
 * @param code a module without types
 */
export function withGuards(code: string): Guarded {
  const syntax = syntaxOf(code);
  // Newer than this parser: then no line is found.
  if (syntax === undefined) return { code, columnBefore: (_line, column) => column };
  const found: Insertion[] = [];
  visit(syntax.program, found);
  // Of two at one place the one that was found last, deeper inside, stands behind.
  const insertions = found.toReversed().toSorted((one, other) => one.at - other.at);
  const guarded = insertions.reduceRight((whole, { at, text }) => whole.slice(0, at) + text + whole.slice(at), code);
  const inLine = insertionsByLine(insertions, code);
  return { code: guarded, columnBefore: (line, column) => columnWithout(inLine.get(line) ?? [], column) };
}

/** With columns in the place of offsets. */
function insertionsByLine(insertions: readonly Insertion[], code: string): ReadonlyMap<number, readonly Insertion[]> {
  const starts = [0, ...Array.from(code.matchAll(/\r\n|[\n\r\u2028\u2029]/g), ({ index, 0: lineBreak }) => index + lineBreak.length)];
  const byLine = new Map<number, Insertion[]>();
  let line = 1;
  for (const { at, text } of insertions) {
    while ((starts[line] ?? Infinity) <= at) line += 1;
    const there = byLine.get(line) ?? [];
    byLine.set(line, there);
    there.push({ at: at - (starts[line - 1] ?? 0) + 1, text });
  }
  return byLine;
}

/** In the middle of a guard is where it was put. */
function columnWithout(insertions: readonly Insertion[], column: number): number {
  return insertions.reduce((left, { at, text }) => (left <= at ? left : Math.max(at, left - text.length)), column);
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

const loops: ReadonlySet<string> = new Set(['WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForInStatement', 'ForOfStatement']);
const lists: ReadonlySet<string> = new Set(['Program', 'BlockStatement', 'StaticBlock']);
const functions: ReadonlySet<string> = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function visit(node: AnyNode, insertions: Insertion[]): void {
  const body: unknown = Reflect.get(node, 'body');
  if (lists.has(node.type)) insertions.push(...guardsBefore(body));
  if (node.type === 'SwitchCase') insertions.push(...guardsBefore(Reflect.get(node, 'consequent')));
  if ((loops.has(node.type) || functions.has(node.type)) && isNode(body)) insertions.push(...guardsOf(body, functions.has(node.type)));
  for (const child of childrenOf(node)) visit(child, insertions);
}

function guardsBefore(statements: unknown): readonly Insertion[] {
  const all: readonly unknown[] = Array.isArray(statements) ? statements : [];
  // `'use strict'` has to stay the first.
  return all.filter(isNode).filter((node) => !('directive' in node)).map(({ start }) => ({ at: start, text: `${guardName}();` }));
}

function guardsOf({ type, start, end }: AnyNode, isFunction: boolean): readonly Insertion[] {
  if (type === 'BlockStatement') return [{ at: start + 1, text: `${guardName}();` }];
  // Of an arrow function without braces; its body may stand in brackets, which stay around all of it.
  if (isFunction) return [{ at: start, text: `(${guardName}(),` }, { at: end, text: ')' }];
  return [{ at: start, text: `{${guardName}();` }, { at: end, text: '}' }];
}
