import { limits } from './limits.ts';
import { mayBeData } from './members.ts';
import { Refused } from './refused.ts';
import { errorClasses, errorFields } from './error-types.ts';
import type { TaggedValue, WirePlace, WireReference, WireValue } from './wire-value.ts';

const tooManyDigits = 10n ** BigInt(limits.bigintDigits);

/** What encoding must know of the values that keep their identity. */
export interface EncodeTable {
  /** The reference for what stays where it began, or belongs to the far side; undefined for what is copied. */
  refer(value: object | symbol, encode: (value: unknown) => WireValue): WireReference | undefined;
  /** The number of an error that lives here. It is copied, but comes back as itself. */
  numberError(error: Error): number;
  /** The place in the student's files where an error was thrown. */
  placeOf(error: Error): WirePlace | undefined;
}

/** Turns a value into its wire form. @throws Refused for what may not cross */
export function encode(value: unknown, table: EncodeTable): WireValue {
  let nodes = 0;
  const path = new Set<object>();

  function visit(current: unknown): WireValue {
    if (++nodes > limits.nodes) throw new Refused('a value with too many parts');
    switch (typeof current) {
      case 'boolean':
        return current;
      case 'string':
        if (current.length > limits.textLength) throw new Refused('a text that is too long');
        return current;
      case 'number':
        return Number.isFinite(current) && !Object.is(current, -0) ? current : { $: 'number', v: spellNumber(current) };
      case 'undefined':
        return { $: 'undefined' };
      case 'bigint':
        // Writing out a long one takes seconds.
        if (current >= tooManyDigits || -current >= tooManyDigits) throw new Refused('a number with far too many digits');
        return { $: 'bigint', v: current.toString() };
      case 'symbol':
        return table.refer(current, visit) ?? refuse('a symbol');
      case 'function':
        return table.refer(current, visit) ?? refuse('a function');
      case 'object':
        return current === null ? null : visitObject(current);
    }
  }

  function visitObject(object: object): WireValue {
    const reference = table.refer(object, visit);
    if (reference) return reference;
    return nested(object, () => (object instanceof Error ? visitError(object) : visitData(object)));
  }

  /** Data may hold data, but not itself. */
  function nested<T>(object: object, visitInside: () => T): T {
    if (path.has(object)) throw new Refused('a value that contains itself');
    if (path.size >= limits.depth) throw new Refused('a value that is nested too deep');
    path.add(object);
    try {
      return visitInside();
    } finally {
      path.delete(object);
    }
  }

  function visitData(object: object): TaggedValue {
    const frozen = Object.isFrozen(object) ? { frozen: true as const } : {};
    if (Array.isArray(object)) {
      if (object.length > limits.nodes) throw new Refused('a list that is too long');
      return { $: 'array', v: Array.from(object, visit), ...frozen };
    }
    if (object instanceof Date) return { $: 'date', v: Number.isNaN(object.getTime()) ? null : object.getTime() };
    if (object instanceof Map) return { $: 'map', v: [...object].map(([key, item]) => [visit(key), visit(item)] as const) };
    if (object instanceof Set) return { $: 'set', v: [...object].map(visit) };
    if (object instanceof Uint8Array) return { $: 'bytes', v: bytesToText(object) };
    return { $: 'data', v: entriesOf(object), ...frozen };
  }

  function entriesOf(object: object): readonly (readonly [string, WireValue])[] {
    return Object.entries(object).map(([name, item]) => {
      if (!mayBeData(name)) throw new Refused(`a property named ${JSON.stringify(name)}`);
      return [name, visit(item)] as const;
    });
  }

  function visitError(error: Error): WireValue {
    const place = table.placeOf(error);
    const own = Object.entries(error).filter(([name]) => mayBeData(name) && !errorFields.has(name));
    return {
      $: 'error',
      id: table.numberError(error),
      type: typeOf(error),
      name: String(error.name).slice(0, 200),
      message: String(error.message).slice(0, 4000),
      ...(place && { place }),
      ...('cause' in error && { cause: visit(error.cause) }),
      ...(error instanceof AggregateError && { errors: error.errors.map(visit) }),
      own: own.slice(0, 50).map(([name, item]) => [name, visit(item)] as const),
    };
  }

  return visit(value);
}

function typeOf(error: Error): string {
  if (error instanceof AggregateError) return 'AggregateError';
  for (const [type, errorClass] of errorClasses) if (error instanceof errorClass) return type;
  return 'Error';
}

function spellNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function bytesToText(bytes: Uint8Array): string {
  if (bytes.length > limits.textLength) throw new Refused('too many bytes');
  return bytes.toBase64();
}

function refuse(what: string): never {
  throw new Refused(what);
}
