/** A line of a stack that is not in the student's files: Node's, or of what the student's code runs in. */
const foreignFrame = /^\s+at (?:async )?(?:.* \()?(?:teatime:|node:|data:|file:|evalmachine|\[eval)/;

/** Text that may hold a stack, with the lines that are about the student's files only, and those files by their names. */
export function withOwnPlaces(text: string): string {
  if (!text.includes(':')) return text;
  const lines = text.split('\n').filter((line) => !foreignFrame.test(line));
  return lines.join('\n').replaceAll(/student:\/\/\/\d+\//g, '');
}
