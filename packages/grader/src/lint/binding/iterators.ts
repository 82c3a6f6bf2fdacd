import type { TSESTree } from '@typescript-eslint/utils';
import { calledMember } from './called-member.ts';
import type { Evaluation } from './evaluation.ts';
import type { SourceModel } from './source-model.ts';
import { isGlobal, iteratorObject } from './value.ts';
import type { IteratorValue, Value } from './value.ts';

/** Methods of iterators that give another one, and run nothing before somebody draws from it. */
export const lazyMethods: ReadonlySet<string> = new Set(['drop', 'filter', 'flatMap', 'map', 'take']);

/** Those of them that call a function. */
const calling: ReadonlySet<string> = new Set(['filter', 'flatMap', 'map']);

const makers: ReadonlySet<string> = new Set(['@@iterator', 'entries', 'keys', 'matchAll', 'values']);

/** What a call gives when that is an iterator that draws nothing yet. */
export function iteratorOf(
  call: TSESTree.CallExpression,
  callee: readonly Value[],
  model: SourceModel,
  resolver: Evaluation,
): IteratorValue | undefined {
  const [first] = call.arguments;
  if (callee.some((value) => isGlobal(value, 'Iterator.from'))) {
    return { kind: 'iterator', call, source: first, callback: undefined, model };
  }
  const member = calledMember(call, model);
  if (member === undefined) return undefined;
  const { object, name } = member;
  if (lazyMethods.has(name) && resolver.valuesOf(object, model).some(isDrawnFrom)) {
    return { kind: 'iterator', call, source: object, callback: calling.has(name) ? first : undefined, model };
  }
  // `cache.values()` of somebody's own class, or of a package, may be anything.
  const isBuiltIn = callee.every((value) => value.kind === 'external' && value.module === undefined && value.path[0] !== 'Object');
  const isMade = makers.has(name) && isBuiltIn && (first === undefined) === (name !== 'matchAll');
  const hasElements = name === 'values' || name === '@@iterator';
  return isMade ? { kind: 'iterator', call, source: hasElements ? object : undefined, callback: undefined, model } : undefined;
}

function isDrawnFrom(value: Value): boolean {
  return value.kind === 'generator' || value.kind === 'iterator' || value === iteratorObject;
}
