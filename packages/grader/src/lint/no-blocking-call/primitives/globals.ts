import { primitivesOf } from './primitive.ts';
import type { Primitive } from './primitive.ts';

/** What blocks among the globals of JavaScript and of browsers. */
export const globalPrimitives: readonly Primitive[] = primitivesOf(undefined, {
  'Atomics.wait': 'await Atomics.waitAsync(…).value',
});
