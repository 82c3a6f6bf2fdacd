import { limits } from './limits.ts';
import type { Operation } from './link.ts';
import { Refused } from './refused.ts';
import type { WireMember, WirePlace } from './wire-value.ts';

/** A value from the wire that is an object with string keys. */
export type WireRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is WireRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws Refused, as all of these do, when the value is of another shape */
export function asRecord(value: unknown): WireRecord {
  return isRecord(value) ? value : refuse('a malformed value');
}

export function asList(value: unknown, most = Infinity): readonly unknown[] {
  if (!Array.isArray(value)) return refuse('a malformed list');
  return value.length <= most ? value : refuse('a list that is too long');
}

/** A text, cut at `most` characters. */
export function asText(value: unknown, most: number = limits.textLength): string {
  return typeof value === 'string' ? value.slice(0, most) : refuse('a malformed text');
}

export function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : refuse('a malformed number');
}

/** A whole number from 1: a reference, a line, a column. */
export function asCount(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : refuse('a malformed reference');
}

export function asPair(value: unknown): readonly [unknown, unknown] {
  const [first, second, ...rest] = asList(value);
  return rest.length === 0 ? [first, second] : refuse('a malformed list');
}

export function asPlace(value: unknown): WirePlace {
  const { file, line, column } = asRecord(value);
  return { file: asText(file, 200), line: asCount(line), column: asCount(column) };
}

export function asOperation(value: unknown): Operation {
  return value === 'call' || value === 'construct' || value === 'get' || value === 'set' ? value : refuse('a malformed call');
}

export function asMember(value: unknown): WireMember {
  const { name, kind } = asRecord(value);
  if (kind !== 'method' && kind !== 'property') return refuse('a malformed member');
  return { name: asText(name, 200), kind };
}

function refuse(what: string): never {
  throw new Refused(what);
}
