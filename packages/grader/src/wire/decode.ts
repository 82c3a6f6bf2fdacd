import { errorFields } from './error-types.ts';
import { limits } from './limits.ts';
import { mayBeData } from './members.ts';
import { Refused } from './refused.ts';
import { asCount, asList, asMember, asNumber, asPair, asPlace, asRecord, asText, type WireRecord } from './shape.ts';
import type { WireMember, WirePlace } from './wire-value.ts';

/** What decoding must know of the values that keep their identity. */
export interface DecodeTable {
  /** The value or the stand-in that a reference means. @throws Refused for one that cannot be */
  resolve(reference: Reference, decode: (wire: unknown) => unknown): unknown;
  /** A copy of the far side's error; it goes back as itself. */
  createError(copy: ErrorCopy): Error;
}

/** A reference from the wire whose shape was checked; what it refers to was not. */
export type Reference =
  | { readonly $: 'mine'; readonly id: number }
  | { readonly $: 'promise'; readonly id: number }
  | { readonly $: 'task'; readonly id: number }
  | { readonly $: 'function'; readonly id: number; readonly name: string; readonly length: number }
  | { readonly $: 'coroutine'; readonly id: number; readonly name: string }
  | { readonly $: 'symbol'; readonly id: number; readonly description: string }
  | { readonly $: 'signal'; readonly id: number; readonly aborted: boolean; readonly reason: unknown }
  | { readonly $: 'object'; readonly id: number; readonly members: readonly WireMember[] };

export interface ErrorCopy {
  readonly id: number;
  readonly type: string;
  readonly name: string;
  readonly message: string;
  readonly place: WirePlace | undefined;
  readonly errors: readonly unknown[] | undefined;
}

/** Turns a wire form back into a value. Nothing in it is trusted. @throws Refused for whatever is malformed or too much */
export function decode(wire: unknown, table: DecodeTable): unknown {
  let nodes = 0;
  let depth = 0;

  function visit(current: unknown): unknown {
    if (++nodes > limits.nodes) throw new Refused('a value with too many parts');
    if (current === null || typeof current === 'boolean' || typeof current === 'number') return current;
    if (typeof current === 'string') return readText(current);
    if (++depth > 2 * limits.depth) throw new Refused('a value that is nested too deep');
    const value = visitTagged(asRecord(current));
    depth--;
    return value;
  }

  function visitTagged(tagged: WireRecord): unknown {
    switch (tagged['$']) {
      case 'undefined':
        return undefined;
      case 'number':
        return readNumber(tagged['v']);
      case 'bigint':
        return readBigint(tagged['v']);
      case 'date':
        return new Date(tagged['v'] === null ? NaN : asNumber(tagged['v']));
      case 'bytes':
        return readBytes(asText(tagged['v']));
      case 'array':
        return freezeIf(tagged['frozen'], asList(tagged['v']).map(visit));
      case 'data':
        return freezeIf(tagged['frozen'], assign({}, tagged['v']));
      case 'map':
        return new Map(asList(tagged['v']).map((entry) => visitPair(asPair(entry))));
      case 'set':
        return new Set(asList(tagged['v']).map(visit));
      case 'error':
        return visitError(tagged);
      default:
        return table.resolve(readReference(tagged), visit);
    }
  }

  function visitPair([key, item]: readonly [unknown, unknown]): readonly [unknown, unknown] {
    return [visit(key), visit(item)];
  }

  function assign(target: object, entries: unknown): object {
    for (const entry of asList(entries)) {
      const [key, item] = asPair(entry);
      const name = asText(key);
      if (!mayBeData(name)) throw new Refused(`a property named ${JSON.stringify(name.slice(0, 40))}`);
      if (target instanceof Error && errorFields.has(name)) throw new Refused('a malformed error');
      Object.defineProperty(target, name, { value: visit(item), enumerable: true, writable: true, configurable: true });
    }
    return target;
  }

  function visitError(tagged: WireRecord): Error {
    const { id, type, name, message, place, errors, cause, own } = tagged;
    const error = table.createError({
      id: asCount(id),
      type: asText(type, 200),
      name: asText(name, 200),
      message: asText(message, 4000),
      place: place === undefined ? undefined : asPlace(place),
      errors: errors === undefined ? undefined : asList(errors).map(visit),
    });
    if (cause !== undefined) {
      Object.defineProperty(error, 'cause', { value: visit(cause), enumerable: false, writable: true, configurable: true });
    }
    assign(error, own);
    return error;
  }

  return visit(wire);
}

function readReference(tagged: WireRecord): Reference {
  const id = asCount(tagged['id']);
  switch (tagged['$']) {
    case 'mine':
    case 'promise':
    case 'task':
      return { $: tagged['$'], id };
    case 'coroutine':
      return { $: 'coroutine', id, name: asText(tagged['name'], 200) };
    case 'function':
      return { $: 'function', id, name: asText(tagged['name'], 200), length: asNumber(tagged['length']) };
    case 'symbol':
      return { $: 'symbol', id, description: asText(tagged['description'], 200) };
    case 'signal':
      return { $: 'signal', id, aborted: tagged['aborted'] === true, reason: tagged['reason'] };
    case 'object':
      return { $: 'object', id, members: asList(tagged['members']).slice(0, limits.members).map(asMember) };
    default:
      throw new Refused('a malformed value');
  }
}

function readText(text: string): string {
  if (text.length > limits.textLength) throw new Refused('a text that is too long');
  return text;
}

function readNumber(spelled: unknown): number {
  if (spelled === 'NaN' || spelled === 'Infinity' || spelled === '-Infinity' || spelled === '-0') return Number(spelled);
  throw new Refused('a malformed number');
}

function readBigint(spelled: unknown): bigint {
  if (typeof spelled === 'string' && spelled.length <= limits.bigintDigits + 1 && /^-?\d+$/.test(spelled)) return BigInt(spelled);
  throw new Refused('a malformed bigint');
}

function readBytes(text: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    throw new Refused('malformed bytes');
  }
}

function freezeIf(frozen: unknown, value: object): object {
  return frozen === true ? Object.freeze(value) : value;
}
