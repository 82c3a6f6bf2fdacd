/** A line of a stack that is not in the student's files: Node's, or of what the student's code runs in. What was printed behind it is not. */
const foreignFrame = /\n\s+at (?:async )?(?:[^\n]* \()?(?:teatime:|node:|data:|file:|evalmachine|\[eval)[^\s()]*\)?/g;

/** Text that may hold a stack, with the lines that are about the student's files only, and those files by their names. */
export function withOwnPlaces(text: string): string {
  if (!text.includes(':')) return text;
  return text.replaceAll(foreignFrame, '').replaceAll(/student:\/\/\/\d+\//g, '');
}
