import { inspect } from 'node:util';

/**
 * Where an error inside of a value was thrown: a place in the suite is nobody's business. What the line goes on with,
 * a comma or a bracket, belongs to the value.
 */
const stackLines = /\n\s*(?:at .*?(?::\d+:\d+|<anonymous>|native)\)?(?=[\s,\]})>]|$)|\.\.\. \d+ lines matching .*?\.\.\.)/gm;

/** A value in a few words, for a message: one line, cut at 120 characters. */
export function show(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const limits = { depth: 3, maxArrayLength: 12, maxStringLength: 80 } as const;
  const shown = inspect(value, { ...limits, compact: true, breakLength: Infinity, customInspect: false });
  const text = shown.replace(stackLines, '').replace(/\s*\n\s*/g, ' ');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
