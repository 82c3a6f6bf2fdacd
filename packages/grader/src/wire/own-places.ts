/** A line of a stack that is not in the student's files: Node's, or of what the student's code runs in. What was printed behind it is not. */
const foreignFrame = /\n\s+at (?:async )?(?:[^\n]* \()?(?:teatime:|node:|data:|file:|evalmachine|\[eval)[^\s()]*\)?/g;

/** An address of a student's file; in its first line, which in a page stands behind so many characters, with the place there. */
const ownPlace = /student:\/\/\/\d+(?:\+(?<before>\d+))?\/(?:(?<file>[^:()\s]+):1:(?<column>\d+))?/g;

/** Text that may hold a stack, with the lines that are about the student's files only, and those files by their names. */
export function withOwnPlaces(text: string): string {
  if (!text.includes(':')) return text;
  return text.replaceAll(foreignFrame, '').replaceAll(ownPlace, inFirstLine);
}

function inFirstLine(_place: string, before: string | undefined, file: string | undefined, column: string | undefined): string {
  return file === undefined ? '' : `${file}:1:${Number(column) - Number(before ?? 0)}`;
}
