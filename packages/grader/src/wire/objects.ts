import type { Operation } from './link.ts';
import type { WireMember } from './wire-value.ts';

/** What the far side may touch on an object, and how. */
export type MemberKinds = ReadonlyMap<string, WireMember['kind']>;

export const coroutineMembers: MemberKinds = new Map([['then', 'method'], ['name', 'property']]);
export const taskMembers: MemberKinds = new Map([
  ['name', 'property'], ['signal', 'property'], ['setName', 'method'], ['done', 'method'], ['cancelled', 'method'],
  ['cancel', 'method'], ['result', 'method'], ['exception', 'method'], ['then', 'method'], ['catch', 'method'], ['finally', 'method'],
]);

export function performOnMember(holder: object, key: string | symbol, op: Operation, args: readonly unknown[]): unknown {
  if (op === 'set') return Reflect.set(holder, key, args[0]);
  const member: unknown = Reflect.get(holder, key);
  if (op === 'get') return member;
  if (typeof member !== 'function') throw new TypeError(`${String(key)} is not a function`);
  return Reflect.apply(member, holder, args);
}

/** A promise whose `then` is its own may be lazy: it crosses as the object that it is, and nobody asks it on the way. */
export function isPlainPromise(object: object): object is Promise<unknown> {
  return object instanceof Promise && object.then === Promise.prototype.then;
}

export function isThenable(object: object): boolean {
  return typeof Reflect.get(object, 'then') === 'function';
}

/**
 * Data without behaviour is copied; whatever can be awaited, iterated, called or disposed of stays where it is.
 *
 * @param isMethod whether a property's value makes of a plain object one that acts, and has its `this`
 */
export function isCopied(object: object, isMethod: (value: unknown) => boolean): boolean {
  if (Array.isArray(object) || object instanceof Map || object instanceof Set || object instanceof Date) return true;
  if (object instanceof Uint8Array) return true;
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== null && prototype !== Object.prototype) return false;
  if (behaviours.some((key) => typeof Reflect.get(object, key) === 'function')) return false;
  return !Object.values(Object.getOwnPropertyDescriptors(object)).some(({ value }) => isMethod(value));
}

const behaviours = ['then', 'next', Symbol.iterator, Symbol.asyncIterator, Symbol.dispose, Symbol.asyncDispose] as const;

/** Whether a call's `this` goes along as an object of the caller's: not a list that happened to hold the function. */
export function isReceiver(self: unknown): self is object {
  return typeof self === 'object' && self !== null && self !== globalThis && !Array.isArray(self) && !isNamespace(self);
}

/** Whether it goes along as what somebody gave it with `call` or `apply`: `0`, `null`. */
export function isPlainReceiver(self: unknown): boolean {
  return self === null || (self !== undefined && typeof self !== 'object' && typeof self !== 'function');
}

function isNamespace(object: object): boolean {
  return Reflect.get(object, Symbol.toStringTag) === 'Module';
}
