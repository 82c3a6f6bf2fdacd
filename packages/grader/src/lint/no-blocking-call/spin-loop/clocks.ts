import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { callStep, pathName } from '../../binding/value.ts';
import type { Value } from '../../binding/value.ts';

/** What reads a clock when it is called, by module; a global has none. */
const clocks: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    '',
    new Set([
      'Date',
      'Date.now',
      'Temporal.Now.instant',
      'performance.now',
      'process.hrtime',
      'process.hrtime.bigint',
      'process.uptime',
    ]),
  ],
  ['@teatime/core', new Set([`stopwatch${callStep}`, `currentClock${callStep}.now`, 'systemClock.now'])],
  ['os', new Set(['uptime'])],
  ['perf_hooks', new Set(['performance.now'])],
  ['process', new Set(['hrtime', 'hrtime.bigint', 'uptime'])],
]);

export function isClock(value: Value): boolean {
  return value.kind === 'external' && (clocks.get(value.module ?? '')?.has(pathName(value.path)) ?? false);
}

/** Functions that compute from what they are given and nothing else. */
const pureGlobals: ReadonlySet<string> = new Set([
  'BigInt',
  'Boolean',
  'Date',
  'Date.UTC',
  'Date.parse',
  'Number',
  'Number.isFinite',
  'Number.isNaN',
  'Number.parseFloat',
  'Number.parseInt',
  'String',
  'isNaN',
  'parseFloat',
  'parseInt',
]);

export function isPure(value: Value): boolean {
  if (value.kind !== 'external' || value.module !== undefined) return false;
  return pureGlobals.has(pathName(value.path)) || (value.path[0] === 'Math' && value.path.length === 2);
}

/** `Atomics.load(flag, 0)`: another thread may write it, this one just looks. */
export function isSharedRead(value: Value): boolean {
  return value.kind === 'external' && value.module === undefined && pathName(value.path) === 'Atomics.load';
}

/** Methods that say what time a date or a duration holds. */
export function isTimeMethod(name: string): boolean {
  return /^(?:get|to|valueOf)/.test(name) || name === 'since' || name === 'until';
}

/** `await null` and the like: they let other microtasks run, never a timer. */
export function isMicrotaskPause(argument: TSESTree.Expression, callee: (node: TSESTree.Node) => readonly Value[]): boolean {
  switch (argument.type) {
    case AST_NODE_TYPES.Literal:
      return true;
    case AST_NODE_TYPES.Identifier:
      return argument.name === 'undefined';
    case AST_NODE_TYPES.UnaryExpression:
      return argument.operator === 'void' && argument.argument.type === AST_NODE_TYPES.Literal;
    case AST_NODE_TYPES.CallExpression:
      return (
        callee(argument.callee).some(
          (value) => value.kind === 'external' && value.module === undefined && pathName(value.path) === 'Promise.resolve',
        ) && argument.arguments.every(({ type }) => type === AST_NODE_TYPES.Literal)
      );
    default:
      return false;
  }
}
