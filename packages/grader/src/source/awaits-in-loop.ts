import { withoutComments } from './code-only.ts';

/**
 * Whether the innermost loop around a line, or that begins in it, has an `await` in it; where no loop is to be seen, whether there is
 * one beside the line. By the words alone: it decides on no more than a sentence.
 *
 * @param line from 1
 */
export function awaitsInLoop(code: string, line: number): boolean {
  const lines = withoutComments(code).split('\n');
  for (let head = line - 1; head >= 0; head -= 1) {
    if (!/(?<!\}\s*)\b(?:for|while|do)\b/.test(lines[head] ?? '')) continue;
    const loop = statementFrom(lines.slice(head));
    if (head + loop.length >= line) return loop.some(awaits);
  }
  return lines.slice(Math.max(0, line - 2), line + 1).some(awaits);
}

/** The lines until each brace is closed; at least two where there is none. */
function statementFrom(lines: readonly string[]): readonly string[] {
  let depth = 0;
  const end = lines.findIndex((code, index) => {
    depth += code.split('{').length - code.split('}').length;
    return depth <= 0 && (index > 0 || code.includes('{') || /;\s*$/.test(code));
  });
  return lines.slice(0, end < 0 ? lines.length : end + 1);
}

function awaits(code: string): boolean {
  return /\bawait\b/.test(code);
}
