import { inspect } from 'node:util';

/** A value in a few words, for a message: one line, cut at 120 characters. */
export function show(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const limits = { depth: 3, maxArrayLength: 12, maxStringLength: 80 } as const;
  const text = inspect(value, { ...limits, compact: true, breakLength: Infinity, customInspect: false });
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
