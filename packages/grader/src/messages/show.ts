import { inspect } from 'node:util';

/**
 * Where an error inside of a value was thrown: a place in the suite is nobody's business. What the line goes on with,
 * a comma or a bracket, belongs to the value.
 */
const stackLine = /^(?:at .*?(?::\d+:\d+|<anonymous>|native)\)?(?=[\s,\]})>]|$)|\.\.\. \d+ lines matching .*?\.\.\.)/;

/** A value in a few words, for a message: one line, cut at 120 characters. */
export function show(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const limits = { depth: 3, maxArrayLength: 12, maxStringLength: 80 } as const;
  const text = inOneLine(inspect(value, { ...limits, compact: true, breakLength: Infinity, customInspect: false }));
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/**
 * The lines of a text one after another, without those of stacks. Each is looked at by itself: a pattern for the spaces
 * around a line break takes minutes for a text that is made of spaces, and a submission can make one.
 */
function inOneLine(text: string): string {
  const [first = '', ...lines] = text.split('\n').map((line) => line.trim());
  const others = lines.map((line) => (stackLine.test(line) ? line.replace(stackLine, '') : ` ${line}`));
  return [first, ...others].join('');
}
