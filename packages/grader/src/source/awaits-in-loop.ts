import { withoutComments } from './code-only.ts';

/**
 * Whether the innermost loop around a line, or that begins in it, has an `await` in it; where no loop is to be seen, whether there is
 * one beside the line. By the words alone: it decides on no more than a sentence.
 *
 * @param line from 1
 */
export function awaitsInLoop(code: string, line: number): boolean {
  const lines = withoutComments(code).split('\n');
  const head = innermostLoop(lines, line - 1);
  const near = head === undefined ? lines.slice(Math.max(0, line - 2), line + 1) : lines.slice(head, endOf(lines, head) + 1);
  return near.some((text) => /\bawait\b/.test(text));
}

/** Where the loop begins in which a line stands. Each line is looked at once: whoever hangs may have written any file. */
function innermostLoop(lines: readonly string[], target: number): number | undefined {
  const open: { readonly head: number; readonly depth: number }[] = [];
  let depth = 0;
  for (const [index, text] of lines.slice(0, target + 1).entries()) {
    // What stands behind `}` ends a loop that has begun above.
    if (/\b(?<!\}\s*)(?:for|while|do)\b/.test(text)) open.push({ head: index, depth });
    depth += bracesLeftOpen(text);
    for (let last = open.at(-1); index < target && last !== undefined && endsIn(text, depth - last.depth, index > last.head); last = open.at(-1)) open.pop();
  }
  return open.at(-1)?.head;
}

function endOf(lines: readonly string[], head: number): number {
  let depth = 0;
  const end = lines.findIndex((text, index) => index >= head && endsIn(text, (depth += bracesLeftOpen(text)), index > head));
  return end < 0 ? lines.length : end;
}

/** Whether a statement ends in a line: each brace is closed; where there is none, it has a second line at least. */
function endsIn(text: string, depth: number, isBelowHead: boolean): boolean {
  return depth <= 0 && (isBelowHead || text.includes('{') || /;\s*$/.test(text));
}

function bracesLeftOpen(text: string): number {
  return text.split('{').length - text.split('}').length;
}
