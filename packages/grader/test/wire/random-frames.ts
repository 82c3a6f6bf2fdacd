/*
 * Frames as no honest host writes them, made cheaply: honest ones with parts exchanged, left out and blown up.
 * A generator of its own, since the shrinkable trees of a property library cost more than what is tested.
 */

/** Small, fast, the same for the same seed: xorshift32. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 1;
  }

  /** A whole number from 0 to `below - 1`. */
  roll(below: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % below;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.roll(items.length)] ?? items[0];
  }
}

const tags = [
  'undefined', 'number', 'bigint', 'date', 'bytes', 'array', 'data', 'map', 'set', 'error', 'mine', 'function', 'promise',
  'symbol', 'signal', 'coroutine', 'task', 'object', 'nonsense',
] as const;
const kinds = ['idle', 'loaded', 'return', 'call', 'settle', 'abort', 'timer', 'clear', 'block', 'log', 'used', 'unhandled', 'nudged', 'exit', 'x'] as const;
const names = ['$', 'v', 'id', 't', 'name', 'message', 'type', 'own', 'members', 'errors', 'cause', 'frozen', 'op', 'member', 'self', 'args', 'ms', 'ok', 'value', '__proto__'] as const;
const members = ['then', 'next', 'name', 'constructor', '@@iterator', 'asymmetricMatch', '__proto__', 'tea', 'toString', 'return'] as const;

const atoms = [
  null, true, false, 0, 1, 2, 3, 4, 5, -1, 0.5, 1e308, 2 ** 53, -0, '', 'x', '-0', 'NaN', '9'.repeat(5000), 'AAAA', '=', 'call', 'get', 'set',
  'construct', 'method', 'property', 'Error', 'TypeError', 'AggregateError',
] as const;

/** A frame of any kind with anything in it. */
export function randomFrame(dice: Dice): unknown {
  const frame: Record<string, unknown> = { t: dice.pick(kinds), id: dice.roll(9), ...randomParts(dice) };
  return dice.roll(3) === 0 ? mutated(frame, dice) : frame;
}

/** Any one of the groups of fields that frames have. */
function randomParts(dice: Dice): object {
  switch (dice.roll(4)) {
    case 0:
      return { ok: dice.roll(2) === 0, value: randomWire(dice, 4) };
    case 1:
      return { ms: dice.pick(atoms), text: dice.pick(atoms), name: dice.pick(atoms), spinning: true };
    case 2:
      return { error: randomWire(dice, 2), reason: randomWire(dice, 2) };
    default:
      return {
        t: 'call', op: dice.pick(['call', 'get', 'set', 'construct', 'x']), args: [randomWire(dice, 2)],
        ...(dice.roll(3) === 0 && { member: dice.pick(members) }),
        ...(dice.roll(5) === 0 && { self: randomWire(dice, 2) }),
      };
  }
}

/** A value in wire form, mostly well formed at the top and anything further down. */
export function randomWire(dice: Dice, depth: number): unknown {
  if (depth === 0 || dice.roll(5) === 0) return dice.pick(atoms);
  const list = Array.from({ length: dice.roll(4) }, () => randomWire(dice, depth - 1));
  const pairs = list.map((item) => [dice.pick(members), item]);
  const $ = dice.pick(tags);
  const v = $ === 'map' || $ === 'data' ? pairs : $ === 'array' || $ === 'set' ? list : dice.pick(atoms);
  return {
    $, v, id: 1 + dice.roll(12), name: dice.pick(members), length: dice.roll(4), description: 'x', frozen: dice.roll(4) === 0,
    type: dice.pick(['Error', 'TypeError', 'AggregateError']), message: 'm', own: dice.roll(2) === 0 ? pairs : [],
    aborted: dice.roll(2) === 0, reason: $ === 'signal' ? randomWire(dice, depth - 1) : null,
    members: dice.roll(6) === 0 ? list : [{ name: dice.pick(members), kind: dice.pick(['method', 'property']) }],
    ...(dice.roll(5) === 0 && { errors: list }),
    ...(dice.roll(5) === 0 && { cause: randomWire(dice, depth - 1) }),
  };
}

/** The same with one part exchanged, left out or added. */
export function mutated(value: unknown, dice: Dice): unknown {
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    const at = dice.roll(copy.length + 1);
    if (dice.roll(4) === 0) copy.splice(at, 1);
    else copy[at] = dice.roll(2) === 0 ? mutated(copy[at], dice) : randomWire(dice, 2);
    return copy;
  }
  if (typeof value !== 'object' || value === null) return dice.roll(2) === 0 ? dice.pick(atoms) : randomWire(dice, 2);
  const entries: [string, unknown][] = Object.entries(value);
  const at = dice.roll(entries.length + 1);
  const [key, item] = entries[at] ?? [dice.pick(names), undefined];
  if (dice.roll(5) === 0) entries.splice(at, 1);
  else entries[at] = dice.roll(4) === 0 ? [dice.pick(names), item] : [key, mutated(item, dice)];
  return Object.fromEntries(entries);
}
