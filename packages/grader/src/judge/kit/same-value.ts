/**
 * Whether two values are the same: data by what it holds, everything else by identity. Unlike the equality of test
 * libraries it never calls into a value, and takes no two stand-ins of different objects for one.
 *
 * @example
 * const jobs = lab.jobs();
 * const { value } = await call(lab, () => gather(jobs.map((job) => job.run()))).fulfilled(says.neverEnds);
 * assert(sameValue(value, jobs.map((job) => job.result)), says.other(value));
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && sameList(a, b);
  if (a instanceof Date) return b instanceof Date && Object.is(a.getTime(), b.getTime());
  if (a instanceof Uint8Array) return b instanceof Uint8Array && sameList([...a], [...b]);
  if (a instanceof Map) return b instanceof Map && sameList([...a], [...b]);
  if (a instanceof Set) return b instanceof Set && sameList([...a], [...b]);
  return isData(a) && isData(b) && sameProperties(a, b);
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && Array.from(a).every((item, index) => sameValue(item, b[index]));
}

function sameProperties(a: object, b: object): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameValue(Reflect.get(a, name), Reflect.get(b, name)))
  );
}

/** A plain object without accessors: a stand-in has nothing else. */
function isData(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== null && prototype !== Object.prototype) return false;
  const properties = Object.values(Object.getOwnPropertyDescriptors(object));
  return Reflect.ownKeys(object).length === properties.filter(({ enumerable }) => enumerable === true).length;
}
