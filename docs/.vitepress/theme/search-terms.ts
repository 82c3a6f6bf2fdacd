/** What MiniSearch itself takes for the end of a word. */
const betweenWords = /[\n\r\p{Z}\p{P}]+/u;
const runs = /\p{Script=Han}+|\P{Script=Han}+/gu;

/**
 * The terms by which a text is found. Chinese has no spaces between its words: each two characters that stand side by side
 * are a term, so that a word is found wherever it stands.
 */
export function searchTerms(text: string): string[] {
  return text.split(betweenWords).flatMap((word) => word.match(runs) ?? []).flatMap(pairs);
}

function pairs(run: string): readonly string[] {
  const [...signs] = run;
  if (signs.length < 2 || !/\p{Script=Han}/u.test(run)) return [run];
  return signs.slice(1).map((sign, before) => `${signs[before] ?? ''}${sign}`);
}
