import { deceptive } from '../messages/visible.ts';
import type { GradeResult } from '../verdict/result.ts';

/** A grade as the document that `docs/public/result.schema.json` describes. */
export function jsonReport(result: GradeResult): string {
  return jsonDocument(result);
}

/** A JSON document in which nothing is obeyed by who shows it. Read again, it says what it said. */
export function jsonDocument(value: unknown): string {
  // In a log, `##[` could be a command to the machine that keeps it; escaped it is the same string.
  const json = JSON.stringify(value, null, 2).replaceAll('##', '#\\u0023');
  return `${json.replace(deceptive, (character) => Array.from({ length: character.length }, (_, index) => escaped(character.charCodeAt(index))).join(''))}\n`;
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
