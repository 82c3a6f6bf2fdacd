import { withOwnPlaces } from '../wire/own-places.ts';

const mostLines = 200;
const mostBytes = 16 * 1024;

/** What a submission prints, line by line: capped over the whole exercise, control characters made visible. */
export class Output {
  readonly #lines: string[] = [];
  #bytes = 0;
  #full = false;

  /** Takes a piece of output, and returns the lines that were kept. */
  add(text: string): readonly string[] {
    if (this.#full) return [];
    const kept: string[] = [];
    for (const line of withOwnPlaces(text.replace(/\n$/, '')).split('\n')) {
      this.#bytes += line.length + 1;
      if (this.#lines.length + kept.length >= mostLines || this.#bytes > mostBytes) {
        this.#full = true;
        kept.push('…');
        break;
      }
      kept.push(makeVisible(line));
    }
    this.#lines.push(...kept);
    return kept;
  }

  get lines(): readonly string[] {
    return this.#lines;
  }
}

/** Shows control characters instead of obeying them: a tab stays, an escape becomes `␛`. */
function makeVisible(line: string): string {
  return line.replace(/\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0);
    if (character === '\t') return character;
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '�';
  });
}
