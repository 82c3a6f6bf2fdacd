import { closestMatch } from 'leven';

/** A word of a file that is not known, and the word of the language that was probably meant. */
export interface MisspeltWord {
  readonly written: string;
  readonly meant: string;
  readonly offset: number;
}

const words = [
  'async', 'await', 'break', 'catch', 'class', 'const', 'continue', 'else', 'export', 'finally', 'from', 'function', 'import', 'return', 'switch', 'throw',
  'while', 'yield',
];

/** The word that is misspelt in the line of a complaint: `retrun`, `funtion`. A name that stands elsewhere, too, is meant so. */
export function misspeltWordAt(source: string, complaint: number): MisspeltWord | undefined {
  const begin = source.lastIndexOf('\n', complaint - 1) + 1;
  const [line = ''] = source.slice(begin).split('\n', 1);
  const found = [...line.matchAll(/(?<![\w$.'"`])[a-z]{4,}(?![\w$'"`])/g)].flatMap(({ 0: written, index }) => {
    const meant = words.includes(written) || source.split(new RegExp(`\\b${written}\\b`)).length > 2 ? undefined : closestMatch(written, words, { maxDistance: written.length < 5 ? 1 : 2 });
    return meant === undefined ? [] : [{ written, meant, offset: begin + index }];
  });
  // The compiler mostly stumbles over the word, or over what stands behind it.
  return found.findLast(({ offset }) => offset <= complaint) ?? found[0];
}
