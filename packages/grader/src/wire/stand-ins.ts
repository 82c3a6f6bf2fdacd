import { Coroutine, Task } from '@teatime/core';
import type { Link } from './link.ts';
import { keyOf, mayBeMember } from './members.ts';
import { Refused } from './refused.ts';
import type { WireMember } from './wire-value.ts';

/** A function whose calls run on the far side. */
export function standInForFunction({ id, name, length }: { id: number; name: string; length: number }, link: Link): object {
  const standIn = function (this: unknown, ...args: readonly unknown[]): unknown {
    return link.invoke({ id, op: new.target ? 'construct' : 'call', self: new.target ? undefined : this, args });
  };
  Object.defineProperties(standIn, {
    name: { value: name, configurable: true },
    length: { value: Math.max(0, Math.min(length, 255)) | 0, configurable: true },
  });
  return standIn;
}

/** A coroutine of the far side: starting it here starts it there. */
export function standInForCoroutine({ id, name }: { id: number; name: string }, link: Link): object {
  const standIn: object = Object.create(Coroutine.prototype, {
    name: { value: name, configurable: true },
    then: method(id, 'then', link),
  });
  return standIn;
}

/** A task of the far side. */
export function standInForTask(id: number, link: Link): object {
  const standIn: object = Object.create(Task.prototype);
  for (const name of ['setName', 'done', 'cancelled', 'cancel', 'result', 'exception', 'then', 'catch', 'finally']) {
    Object.defineProperty(standIn, name, method(id, name, link));
  }
  for (const name of ['name', 'signal']) Object.defineProperty(standIn, name, property(id, name, link));
  return standIn;
}

/** Tells a stand-in from plain data, even one without members. */
const mark = Symbol();

/** An object of the far side: its members act there. @throws Refused for a member that no stand-in may have */
export function standInForObject(id: number, members: readonly WireMember[], link: Link): object {
  const standIn = { [mark]: id };
  Object.defineProperty(standIn, mark, { enumerable: false });
  addMembers(standIn, id, members, link);
  return standIn;
}

/** Gives a stand-in the members that it does not have yet. @throws Refused for one that it may not have */
export function addMembers(standIn: object, id: number, members: readonly WireMember[], link: Link): void {
  for (const { name, kind } of members) {
    if (!mayBeMember(name)) throw new Refused(`a member named ${JSON.stringify(name.slice(0, 40))}`);
    const key = keyOf(name);
    if (Object.hasOwn(standIn, key)) continue;
    Object.defineProperty(standIn, key, kind === 'method' ? method(id, name, link) : property(id, name, link));
  }
}

function method(id: number, member: string, link: Link): PropertyDescriptor {
  const value = (...args: readonly unknown[]): unknown => link.invoke({ id, op: 'call', member, args });
  return { value, writable: true, configurable: true };
}

function property(id: number, member: string, link: Link): PropertyDescriptor {
  return {
    get: () => link.invoke({ id, op: 'get', member, args: [] }),
    set: (value: unknown) => {
      link.invoke({ id, op: 'set', member, args: [value] });
    },
    configurable: true,
  };
}
