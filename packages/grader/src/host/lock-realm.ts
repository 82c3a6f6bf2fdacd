import { lockedGlobals } from './globals.ts';

/*
 * The host lives in one realm with the student's code: a patched `Map.prototype.get` or `JSON.stringify` would run in the
 * middle of it. So everything that the language and Node put into the realm is made unchangeable before that code is there.
 * The other side believes nothing that comes from here anyway; this keeps reports about honest mistakes honest.
 */

/** Objects of the language that no global leads to, by way of a sample. */
const samples: readonly object[] = [
  function* () {}, (function* () {})(), async function* () {}, (async function* () {})(), async () => {},
  [][Symbol.iterator](), new Map()[Symbol.iterator](), new Set()[Symbol.iterator](), ''[Symbol.iterator](), 'a'.matchAll(/a/g),
];

/**
 * Locks these globals with their prototypes.
 *
 * @param classes more of the kind
 * @param objects to lock as they are
 */
export function lockRealm(classes: readonly object[], objects: readonly object[]): void {
  const globals = lockedGlobals.map((name) => Reflect.get(globalThis, name)).filter(isObject);
  for (const [prototype, keys] of overridable) for (const key of keys) allowOverride(prototype, key);
  const roots = [...globals, ...classes, ...objects];
  const prototypes = roots.map((root) => Reflect.get(root, 'prototype')).filter(isObject);
  for (const object of [...roots, ...prototypes]) Object.freeze(object);
  for (const object of [...samples, ...roots, ...prototypes]) freezePrototypes(object);
  for (const name of lockedGlobals) {
    Object.defineProperty(globalThis, name, { value: Reflect.get(globalThis, name), writable: false, configurable: false });
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function freezePrototypes(object: object): void {
  const prototype = Object.getPrototypeOf(object);
  if (!isObject(prototype) || Object.isFrozen(prototype)) return;
  Object.freeze(prototype);
  freezePrototypes(prototype);
}

/** What ordinary code gives to objects of its own by assignment, though their prototype has it too. */
const overridable: ReadonlyMap<object, readonly string[]> = new Map<object, readonly string[]>([
  [Object.prototype, ['constructor', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable']],
  [Function.prototype, ['toString', 'constructor']],
  [Promise.prototype, ['then', 'catch', 'finally']],
  ...[Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError].map(
    ({ prototype }) => [prototype, ['name', 'message', 'toString', 'constructor']] as const,
  ),
]);

/**
 * A property that cannot be written on a prototype cannot be assigned on what inherits from it either: `error.name = …`
 * would throw. As an accessor it can.
 */
function allowOverride(prototype: object, key: string): void {
  if (!Object.hasOwn(prototype, key)) return;
  const value: unknown = Reflect.get(prototype, key);
  Object.defineProperty(prototype, key, {
    get: () => value,
    set(this: unknown, given: unknown) {
      if (!isObject(this) || this === prototype) throw new TypeError(`Cannot assign to read only property '${key}' of object`);
      Object.defineProperty(this, key, { value: given, writable: true, enumerable: true, configurable: true });
    },
    enumerable: false,
    configurable: false,
  });
}
