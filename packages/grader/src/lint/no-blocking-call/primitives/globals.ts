import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import { primitivesOf } from './primitive.ts';
import type { Call, Primitive } from './primitive.ts';

/** What blocks among the globals of JavaScript and of browsers. */
export const globalPrimitives: readonly Primitive[] = [
  // The second path is how TypeScript's libraries declare the first.
  ...primitivesOf(undefined, {
    'Atomics.wait': 'await Atomics.waitAsync(…).value',
    'Atomics().wait': 'await Atomics.waitAsync(…).value',
  }),
  ...primitivesOf(undefined, { 'XMLHttpRequest().open': 'await fetch(…)' }, { blocks: isSynchronousRequest }),
];

/** `request.open(method, url, false)`. */
function isSynchronousRequest({ arguments: [, , isAsync] }: Call): boolean {
  return isAsync?.type === AST_NODE_TYPES.Literal && isAsync.value === false;
}
