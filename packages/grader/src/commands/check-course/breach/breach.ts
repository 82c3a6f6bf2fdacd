import { promises } from '../../../messages/promises.ts';
import type { PromiseName } from '../../../messages/promises.ts';
import type { Text } from '../../../messages/text.ts';

/** A promise that an exercise does not keep, and how. */
export interface Breach {
  readonly promise: PromiseName;
  readonly details: Text;
}

/** The breaches of each broken promise, in the order in which `check-course` names its promises. */
export function byPromise(breaches: readonly Breach[]): readonly (readonly [PromiseName, readonly Breach[]])[] {
  const names = Object.keys(promises);
  return [...Map.groupBy(breaches, ({ promise }) => promise)].toSorted(([a], [b]) => names.indexOf(a) - names.indexOf(b));
}
