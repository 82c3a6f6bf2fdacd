import { fail, type Said } from './failure.ts';

/**
 * Makes an object of the submission's class. What the submission exports in its place may be no class.
 *
 * @param make calls `new`
 * @param noClass told when that cannot be done
 * @returns what `make` gives; what it throws for another reason is thrown on
 * @throws CheckFailure when it is no class
 *
 * @example
 * const pot = made(() => new (class Pot {})(), says.neverEnds);
 * assert(typeof pot === 'object', says.other(pot));
 */
export function made<T>(make: () => T, noClass: Said): T {
  try {
    return make();
  } catch (error) {
    // Of a name in the student's own code it says `Heap is not a constructor`; of what the check calls, the whole text.
    const about = error instanceof TypeError && /^(.*) is not a constructor$/s.exec(error.message)?.[1];
    if (about && /[^\w$.]/.test(about)) fail(noClass);
    throw error;
  }
}
