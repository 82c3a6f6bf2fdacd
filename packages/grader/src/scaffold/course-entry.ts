import ts from 'typescript';

/** Where a new exercise is to stand. */
export interface Place {
  /** The part of the course, from 1 on; the last one when not given. */
  readonly part: number | undefined;
  /** The exercise that it comes after; the last one when not given. */
  readonly after: string | undefined;
}

/** Why an exercise cannot stand there. */
export type PlaceProblem =
  | { readonly problem: 'no-parts' }
  | { readonly problem: 'no-such-part'; readonly parts: number }
  | { readonly problem: 'in-another-part'; readonly part: number };

/**
 * `course.json` with an exercise more, and otherwise to the letter as it was.
 *
 * @param text a `course.json` that is right, and that names `after`
 */
export function withExercise(text: string, id: string, { part, after }: Place): string | PlaceProblem {
  const file = ts.parseJsonText('course.json', text);
  const root = file.statements[0]?.expression;
  if (root === undefined || !ts.isObjectLiteralExpression(root)) return text;
  const inParts = partsOf(root);
  if (part !== undefined && inParts.length === 0) return { problem: 'no-parts' };
  if (part !== undefined && inParts[part - 1] === undefined) return { problem: 'no-such-part', parts: inParts.length };
  const whole = listIn(root, 'exercises');
  const lists = inParts.length > 0 ? inParts : whole === undefined ? [] : [whole];
  const home = after === undefined ? -1 : lists.findIndex((list) => indexIn(list, after) >= 0);
  const list = lists[part === undefined ? home : part - 1] ?? lists.at(-1);
  if (list === undefined) return text;
  if (after !== undefined && indexIn(list, after) < 0) return { problem: 'in-another-part', part: home + 1 };
  const at = after === undefined ? list.elements.length : indexIn(list, after) + 1;
  return insertInto(file, list, at, JSON.stringify(id));
}

function partsOf(root: ts.ObjectLiteralExpression): readonly ts.ArrayLiteralExpression[] {
  return (listIn(root, 'parts')?.elements ?? []).flatMap((part) => (ts.isObjectLiteralExpression(part) ? (listIn(part, 'exercises') ?? []) : []));
}

function listIn(object: ts.ObjectLiteralExpression, key: string): ts.ArrayLiteralExpression | undefined {
  for (const property of object.properties) {
    if (!ts.isPropertyAssignment(property) || !ts.isStringLiteral(property.name) || property.name.text !== key) continue;
    if (ts.isArrayLiteralExpression(property.initializer)) return property.initializer;
  }
  return undefined;
}

function indexIn({ elements }: ts.ArrayLiteralExpression, id: string): number {
  return elements.findIndex((element) => ts.isStringLiteral(element) && element.text === id);
}

/** Spaced as its neighbours are: each on a line of its own, or all in one. */
function insertInto(file: ts.JsonSourceFile, list: ts.ArrayLiteralExpression, at: number, value: string): string {
  const { text } = file;
  const [first] = list.elements;
  if (first === undefined) return text.slice(0, list.end - 1).trimEnd() + value + text.slice(list.end - 1);
  const before = list.elements[at - 1];
  const [, second = first] = list.elements;
  const space = text.slice(second.pos, second.getStart(file));
  const separator = second === first && !space.includes('\n') ? ' ' : space;
  if (before === undefined) return `${text.slice(0, first.getStart(file))}${value},${separator}${text.slice(first.getStart(file))}`;
  return `${text.slice(0, before.end)},${separator}${value}${text.slice(before.end)}`;
}
