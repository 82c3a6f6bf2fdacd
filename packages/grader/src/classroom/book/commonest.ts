/**
 * Counts texts, and knows one that came most often. Texts that differ in their numbers only count as one; of the others so many are
 * kept apart that a class which says something else every time does not fill the memory.
 */
export class Commonest {
  readonly #counts = new Map<string, { readonly text: string; times: number }>();

  add(text: string): void {
    const brief = text.length > longest ? `${text.slice(0, longest)}…` : text;
    const key = brief.replaceAll(/\d+(?:\.\d+)?/g, '#');
    const known = this.#counts.get(key);
    if (known !== undefined) known.times += 1;
    else if (this.#counts.size < mostTexts) this.#counts.set(key, { text: brief, times: 1 });
  }

  find(): { readonly message: string; readonly times: number } | undefined {
    const [first] = [...this.#counts.values()].toSorted((a, b) => b.times - a.times);
    return first === undefined ? undefined : { message: first.text, times: first.times };
  }
}

const mostTexts = 60;
const longest = 400;
