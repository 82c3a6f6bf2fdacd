import { ownSequence } from '../../messages/legible.ts';
import { reportWords } from '../../messages/report.ts';
import type { ReportWords } from '../../messages/report.ts';
import type { Language } from '../../messages/text.ts';
import type { Status } from '../../verdict/result.ts';

/** What a check or an exercise can have come to. */
type Shown = Status | 'unjudged';

/** How a report looks, and in which language. */
export interface Style {
  readonly words: ReportWords;
  /** Columns that a line may take. */
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  /** A text in the colour of a status. */
  readonly tint: (status: Shown, text: string) => string;
  /** A status as one character. */
  readonly mark: (status: Shown) => string;
  /** In the place of a mark, for what has not been begun. */
  readonly notBegun: string;
}

export function createStyle({ language, width, colors }: StyleOptions): Style {
  const [bold, dim, green, red, yellow] = colors ? [tone(1, 22), tone(2, 22), tone(32, 39), tone(31, 39), tone(33, 39)] : [plain, plain, plain, plain, plain];
  const tints = { passed: green, failed: red, error: red, skipped: yellow, unjudged: yellow } as const;
  return {
    words: reportWords[language],
    width,
    bold,
    dim,
    tint: (status, text) => tints[status](text),
    mark: (status) => tints[status](marks[status]),
    notBegun: dim('○'),
  };
}

/** Text between two sequences of the terminal; what ends within the text begins again behind that. */
function tone(on: number, off: number): (text: string) => string {
  const [begin, end] = [ownSequence(`\u001B[${on}m`), ownSequence(`\u001B[${off}m`)];
  return (text) => `${begin}${text.replaceAll(end, end + begin)}${end}`;
}

const plain = (text: string): string => text;

export interface StyleOptions {
  readonly language: Language;
  readonly width: number;
  readonly colors: boolean;
}

const marks = { passed: '✓', failed: '✗', error: '✗', skipped: '–', unjudged: '?' } as const;
