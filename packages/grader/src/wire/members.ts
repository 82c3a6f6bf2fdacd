import { limits } from './limits.ts';
import type { WireMember } from './wire-value.ts';

/** The symbols that objects are called by; others do not cross. */
const knownSymbols: ReadonlyMap<symbol, string> = new Map([
  [Symbol.iterator, '@@iterator'],
  [Symbol.asyncIterator, '@@asyncIterator'],
  [Symbol.dispose, '@@dispose'],
  [Symbol.asyncDispose, '@@asyncDispose'],
]);

const symbolsByName: ReadonlyMap<string, symbol> = new Map([...knownSymbols].map(([symbol, name]) => [name, symbol]));

/** Names that libraries call or look into when they are handed a value; a stand-in never has them. */
const refusedNames: ReadonlySet<string> = new Set([
  '__proto__', 'constructor', 'prototype', 'asymmetricMatch', '$$typeof', 'toJSON', 'sample', 'nodeType', 'inspect',
  '__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__',
]);

/** Whether a property of this name may cross as data. A method `then` crosses on references only: data never is a thenable. */
export function mayBeData(name: string): boolean {
  return mayBeMember(name) && name !== 'then';
}

/** Whether a stand-in may have a member of this name. */
export function mayBeMember(name: string): boolean {
  return symbolsByName.has(name) || !(refusedNames.has(name) || name.startsWith('@@'));
}

/** The key that a member's name on the wire stands for. */
export function keyOf(name: string): string | symbol {
  return symbolsByName.get(name) ?? name;
}

/** What the far side may call, read and write on an object: its own members and those of its classes. */
export function membersOf(object: object): readonly WireMember[] {
  const members = new Map<string, WireMember>();
  let holder: object | null = object;
  for (let depth = 0; holder && holder !== Object.prototype && depth < 16; depth++) {
    for (const key of Reflect.ownKeys(holder)) {
      const name = typeof key === 'string' ? key : knownSymbols.get(key);
      if (name === undefined || members.has(name) || !mayBeMember(name) || isIteratorHelper(holder, key)) continue;
      const value: unknown = Reflect.getOwnPropertyDescriptor(holder, key)?.value;
      members.set(name, { name, kind: typeof value === 'function' ? 'method' : 'property' });
      if (members.size >= limits.members) return [...members.values()];
    }
    holder = Reflect.getPrototypeOf(holder);
  }
  return [...members.values()];
}

/** `map`, `take` and the like work on a stand-in through its `next`; they need not cross. */
function isIteratorHelper(holder: object, key: string | symbol): boolean {
  return holder === Iterator.prototype && typeof key === 'string';
}
