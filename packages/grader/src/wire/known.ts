import type { MemberKinds } from './objects.ts';
import { Refused } from './refused.ts';
import type { WireReference } from './wire-value.ts';

/** What a reference can stand for. */
export type Referable = object | symbol;

interface Exposed {
  readonly value: Referable;
  /** What the far side may touch; undefined where there is nothing but calling it. */
  readonly members: MemberKinds | undefined;
}

/** What a value of the far side is said to be. It stays that: who says otherwise later is not honest. */
export type ForeignKind = Exclude<WireReference['$'], 'mine'> | 'error';

interface Foreign {
  readonly kind: ForeignKind;
  readonly value: Referable;
}

/** What lives on this side and the far side knows of, by the numbers that this side gave. */
export class OwnValues {
  readonly #capacity: number;
  readonly #exposed = new Map<number, Exposed>();
  readonly #ids = new WeakMap<Referable, number>();

  /** @param capacity how many there may be */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  idOf(value: Referable): number | undefined {
    return this.#ids.get(value);
  }

  at(id: number): Exposed | undefined {
    return this.#exposed.get(id);
  }

  /** Lets the far side know of a value, and returns its number. @throws Refused when there are too many */
  expose(value: Referable, members?: MemberKinds): number {
    const id = this.#ids.get(value) ?? this.#exposed.size + 1;
    if (id > this.#capacity) throw tooMany();
    this.#ids.set(value, id);
    this.#exposed.set(id, { value, members });
    return id;
  }
}

/** What stands on this side for what lives on the far side, by the numbers that the far side gave. */
export class ForeignValues {
  readonly #capacity: number;
  readonly #adopted = new Map<number, Foreign>();
  readonly #ids = new WeakMap<Referable, number>();

  /** @param capacity how many there may be */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  idOf(value: Referable): number | undefined {
    return this.#ids.get(value);
  }

  /** What came from the far side under this number before. @throws Refused when that was something of another kind */
  at(id: number, kind: ForeignKind): Referable | undefined {
    const known = this.#adopted.get(id);
    if (known !== undefined && known.kind !== kind) throw new Refused('one thing that is said to be another');
    return known?.value;
  }

  /** Has a value stand for what the far side gave this number. @throws Refused when there are too many */
  adopt(id: number, kind: ForeignKind, value: Referable): Referable {
    if (this.#adopted.size >= this.#capacity) throw tooMany();
    this.#adopted.set(id, { kind, value });
    this.#ids.set(value, id);
    return value;
  }
}

function tooMany(): Refused {
  return new Refused('far too many functions, promises or objects');
}
