import { maxPoints } from '../../../course/course.ts';
import type { Exercise } from '../../../course/course.ts';
import { courseBreaches } from '../../../messages/course-breaches.ts';
import { languages } from '../../../messages/text.ts';
import type { Text } from '../../../messages/text.ts';
import type { Breach } from '../breach/breach.ts';
import { isWrongLanguage, startOf } from '../breach/language.ts';

/** What a manifest says that its schema takes, and that no student could use. */
export function manifestBreaches(exercise: Exercise): readonly Breach[] {
  const manifest = `packages/exercises/${exercise.id}/exercise.json`;
  const details = [
    ...(maxPoints(exercise) === 0 ? [courseBreaches.noPoints(manifest)] : []),
    ...(exercise.hints.length === 0 ? [courseBreaches.noHints(manifest)] : []),
    ...repeated(exercise.exports).map((index) => courseBreaches.twice(`${manifest}: exports[${index}]`)),
    ...repeated(exercise.imports).map((index) => courseBreaches.twice(`${manifest}: imports[${index}]`)),
    ...sameTexts(manifest, exercise.hints.map((text, index) => ({ at: `hints[${index}]`, text }))),
    ...sameTexts(manifest, exercise.checks.map(({ id, title }) => ({ at: `the title of \`${id}\``, text: title }))),
    ...emptyRestrictions(manifest, exercise),
  ];
  return [
    ...details.map((text) => ({ promise: 'manifest', details: text }) as const),
    ...languageBreaches(manifest, textsOf(exercise)),
  ];
}

/** A text of the course, and where it stands in its file. */
export interface PlacedText {
  readonly at: string;
  readonly text: Text;
}

/** Texts that stand in the wrong language. @param file from the root of the course */
export function languageBreaches(file: string, texts: readonly PlacedText[]): readonly Breach[] {
  return texts.flatMap(({ at, text }) =>
    languages
      .filter((language) => isWrongLanguage(language, text[language]))
      .map((language) => {
        const place = `${file}: ${at}.${language}`;
        const say = language === 'en' ? courseBreaches.notEnglish : courseBreaches.notChinese;
        return { promise: 'languages', details: say(place, startOf(text[language])) } as const;
      }),
  );
}

function textsOf({ title, summary, hints, checks, restrictions }: Exercise): readonly PlacedText[] {
  return [
    { at: 'title', text: title },
    { at: 'summary', text: summary },
    ...hints.map((text, index) => ({ at: `hints[${index}]`, text })),
    ...restrictions.map(({ message }, index) => ({ at: `restrictions[${index}].message`, text: message })),
    ...checks.flatMap(({ id, title: named, why }) => [{ at: `checks[${id}].title`, text: named }, { at: `checks[${id}].why`, text: why }]),
  ];
}

/** Where a text stands that stood before, in either language. */
export function sameTexts(file: string, texts: readonly PlacedText[]): readonly Text[] {
  return texts.flatMap(({ at, text }, index) => {
    const first = texts.slice(0, index).find((other) => languages.some((language) => other.text[language] === text[language]));
    return first === undefined ? [] : [courseBreaches.sameText(`${file}: ${at}`, first.at)];
  });
}

function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

/** Restrictions of what does not exist: they would forbid nothing. */
function emptyRestrictions(manifest: string, { restrictions }: Exercise): readonly Text[] {
  return restrictions.flatMap(({ global, members }, index) => {
    const place = `${manifest}: restrictions[${index}]`;
    const object: unknown = Reflect.get(globalThis, global);
    if (object === undefined || object === null) return [courseBreaches.unknownGlobal(place, global)];
    return members.filter((member) => !(member in Object(object))).map((member) => courseBreaches.unknownGlobal(place, `${global}.${member}`));
  });
}
