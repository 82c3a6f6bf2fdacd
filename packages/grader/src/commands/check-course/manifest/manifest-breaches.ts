import { maxPoints } from '../../../course/course.ts';
import type { Exercise } from '../../../course/course.ts';
import type { CourseOutline } from '../../../course/read-course.ts';
import { courseBreaches } from '../../../messages/course-breaches.ts';
import { languages } from '../../../messages/text.ts';
import type { Text } from '../../../messages/text.ts';
import type { Breach } from '../breach/breach.ts';

/** What a manifest says that its schema takes, and that no student could use. */
export function manifestBreaches(exercise: Exercise, { exam = false }: Pick<CourseOutline, 'exam'>): readonly Breach[] {
  const manifest = `packages/exercises/${exercise.id}/exercise.json`;
  const details = [
    ...(maxPoints(exercise) === 0 ? [courseBreaches.noPoints(manifest)] : []),
    ...(maxPoints(exercise) > 0 && openPoints(exercise) === 0 ? [courseBreaches.allPointsHidden(manifest)] : []),
    ...(exercise.atHandIn === undefined ? [] : [courseBreaches.atHandInHere(manifest)]),
    ...(exercise.hints.length === 0 && !exam ? [courseBreaches.noHints(manifest)] : []),
    ...repeated(exercise.exports).map((index) => courseBreaches.twice(`${manifest}: exports[${index}]`)),
    ...repeated(exercise.imports).map((index) => courseBreaches.twice(`${manifest}: imports[${index}]`)),
    ...sameTexts(manifest, exercise.hints.map((text, index) => ({ at: `hints[${index}]`, text }))),
    ...sameTexts(manifest, exercise.checks.map(({ id, title }) => ({ at: `the title of \`${id}\``, text: title }))),
    ...emptyRestrictions(manifest, exercise),
  ];
  return details.map((text) => ({ promise: 'manifest', details: text }));
}

/** A text of the course, and where it stands in its file. */
export interface PlacedText {
  readonly at: string;
  readonly text: Text;
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

function openPoints({ checks }: Exercise): number {
  return checks.reduce((sum, { hidden, points }) => (hidden ? sum : sum + points), 0);
}
