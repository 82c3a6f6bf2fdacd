import { inspect } from 'node:util';

/** A value in a few words, for a message: one line, cut at 120 characters. */
export function show(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const text = inspect(value, { depth: 3, breakLength: Infinity, maxArrayLength: 12, maxStringLength: 80, customInspect: false });
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
