/**
 * The same things one after the other, with somebody told whenever the next is asked for, and when it has been. What else iterables
 * and iterators can do stays what it is.
 */
export function watched(things: unknown, around: (ask: () => unknown) => unknown): unknown {
  const target: unknown = Object(things);
  if (!isObject(target)) return things;
  const kinds = [Symbol.asyncIterator, Symbol.iterator].filter((kind) => isMethod(Reflect.get(target, kind)));
  // Whatever is said of it then is said of the thing itself.
  if (kinds.length === 0) return things;
  return Object.fromEntries(kinds.map((kind) => [kind, () => watchedIterator(Reflect.apply(methodOf(target, kind), things, []), around)]));
}

function watchedIterator(iterator: unknown, around: (ask: () => unknown) => unknown): unknown {
  if (!isObject(iterator)) return iterator;
  const asked = (name: string): Method | undefined => {
    const method: unknown = Reflect.get(iterator, name);
    return isMethod(method) ? (...args) => around(() => Reflect.apply(method, iterator, args)) : undefined;
  };
  return { next: asked('next'), return: asked('return'), throw: asked('throw') };
}

type Method = (...args: unknown[]) => unknown;

function methodOf(target: object, key: PropertyKey): Method {
  const method: unknown = Reflect.get(target, key);
  return isMethod(method) ? method : () => undefined;
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function';
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
