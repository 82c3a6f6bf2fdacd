import { primitivesOf } from './primitive.ts';
import type { Primitive } from './primitive.ts';

/** The villain of the course's own lesson. */
export const teatimePrimitives: readonly Primitive[] = primitivesOf('@teatime/core', {
  blockFor: 'await sleep(…)',
});
