import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { parseJson } from '../../../course/parse-json.ts';
import { languageTag } from '../../../course/schema-texts.ts';
import { courseBreaches } from '../../../messages/course-breaches.ts';
import { isLanguage } from '../../../messages/system-language.ts';
import type { Breach } from '../breach/breach.ts';
import { isWrongLanguage, startOf } from '../breach/language.ts';

/** A sentence as it is written, and where it stands in its file: `checks[adds].title`. */
interface WrittenText {
  readonly at: string;
  readonly in: ReadonlyMap<string, string>;
}

/**
 * What is wrong with the languages of a manifest that its schema takes: sentences that are missing in a language of the
 * course, in a language that the course does not have, or in the wrong one.
 *
 * @param path absolute, of a manifest that could be read
 */
export async function languageBreaches(path: string, root: string, languages: readonly string[]): Promise<readonly Breach[]> {
  const file = relative(root, path).split(sep).join('/');
  const json = parseJson(await readFile(path, 'utf8'));
  const texts = textsIn(json, '');
  const missing = languages.flatMap((language) => {
    const places = texts.filter((text) => !text.in.has(language)).map(({ at }) => `${at}.${language}`);
    return places.length === 0 ? [] : [courseBreaches.untranslated(file, language, places)];
  });
  // What the grader itself speaks does no harm in a course that does without.
  const strange = new Map(texts.flatMap(({ at, in: written }) =>
    [...written.keys()].filter((tag) => !languages.includes(tag) && !isLanguage(tag)).map((tag) => [tag, `${file}: ${at}.${tag}`] as const),
  ).toReversed());
  const foreign = texts.flatMap(({ at, in: written }) => [...written].flatMap(([tag, sentence]) => {
    if (!isLanguage(tag) || !languages.includes(tag) || !isWrongLanguage(tag, sentence)) return [];
    const say = tag === 'en' ? courseBreaches.notEnglish : courseBreaches.notChinese;
    return [say(`${file}: ${at}.${tag}`, startOf(sentence))];
  }));
  return [...missing, ...[...strange].map(([tag, place]) => courseBreaches.unknownLanguage(place, tag)), ...foreign]
    .map((details) => ({ promise: 'languages', details }));
}

/** All sentences below a value: objects that have one in English. */
function textsIn(value: unknown, at: string): readonly WrittenText[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => textsIn(item, `${at}[${idOf(item) ?? index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const written = entries.flatMap(([tag, sentence]) => (languageTag.test(tag) && typeof sentence === 'string' ? [[tag, sentence] as const] : []));
  if ('en' in value) return [{ at, in: new Map(written) }];
  return entries.flatMap(([key, inner]) => textsIn(inner, at === '' ? key : `${at}.${key}`));
}

function idOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : undefined;
}
