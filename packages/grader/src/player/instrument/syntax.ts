import { parse } from 'acorn';
import type { AnyNode, Program } from 'acorn';

/** A module as a tree, and what a tree does not tell. */
export interface Syntax {
  readonly program: Program;
  /** Where the arrows of arrow functions end. */
  readonly arrows: readonly number[];
}

/** @returns undefined where the code is newer than this parser, or no code */
export function syntaxOf(code: string): Syntax | undefined {
  const arrows: number[] = [];
  try {
    const program = parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      locations: true,
      onToken: ({ type, end }) => {
        if (type.label === '=>') arrows.push(end);
      },
    });
    return { program, arrows };
  } catch {
    return undefined;
  }
}

export function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

export function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value && 'end' in value;
}

export function lineOf(node: AnyNode): number {
  return node.loc?.start.line ?? 1;
}
