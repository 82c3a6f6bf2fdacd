import { rosterTexts } from '../../../messages/roster.ts';
import type { Text } from '../../../messages/text.ts';
import { visibleName } from '../../../messages/visible.ts';
import type { HandIn, Student } from '../../hand-in.ts';
import type { Person } from './person.ts';
import { isSameName } from './same-name.ts';

type Unnamed = Omit<HandIn, 'id'>;

/** What came of looking for a student in the roster. */
interface Match {
  readonly person?: Person;
  /** Whether nothing but the name speaks for it. */
  readonly byName: boolean;
  readonly several: readonly Person[];
}

/**
 * The hand-ins with what the roster knows of their students, and one with nothing in it for everybody else who stands in the roster.
 * Who is meant is told by what their system calls them, then by number, address and name; where it could be two, it is said, not guessed.
 */
export function withRoster<T extends Unnamed>(handIns: readonly T[], roster: readonly Person[]): { readonly present: readonly T[]; readonly absent: readonly Unnamed[] } {
  const find = finderIn(roster);
  const first = handIns.map(({ student }) => find(student));
  // Two of one name are two people, and a name is nobody's whom something better speaks for.
  const matches = first.map((match, index): Match => {
    const rivals = first.filter((other, at) => at !== index && other.person === match.person);
    return match.person !== undefined && match.byName && rivals.length > 0 ? { byName: true, several: [match.person] } : match;
  });
  const present = handIns.map((handIn, index): T => {
    const { person, several } = matches[index] ?? { several: [] };
    const others = person === undefined ? [] : handIns.filter((other, at) => at !== index && matches[at]?.person === person && !isSharing(handIn, other));
    return { ...handIn, student: { ...handIn.student, ...(person && known(person)) }, notes: [...handIn.notes, ...notesOf(person, several, others)] };
  });
  const matched = new Set(matches.flatMap(({ person, several }) => (person === undefined ? several : [person])));
  const absent = roster.filter((person) => !matched.has(person));
  return { present, absent: absent.map((person) => ({ student: { ...known(person), ...(person.keys[0] !== undefined && { key: person.keys[0] }) }, origin: 'roster', sources: [], notes: [] })) };
}

/** Who handed in together has one hand-in in two rows. */
function isSharing(one: Unnamed, other: Unnamed): boolean {
  return one.sources.some((source) => other.sources.includes(source));
}

function notesOf(person: Person | undefined, several: readonly Person[], others: readonly Unnamed[]): readonly Text[] {
  if (others.length > 0) return [rosterTexts.sharesPerson(others.map(({ student }) => visibleName(student.key ?? student.name)))];
  if (person !== undefined) return [];
  return [several.length > 0 ? rosterTexts.fitsSeveral(several.map(shown)) : rosterTexts.notInIt];
}

function shown({ name, number, email }: Person): string {
  const more = number ?? email;
  return visibleName(more === undefined ? name : `${name} (${more})`);
}

function known({ name, number, email, language, outOf }: Person): Student {
  return { name, ...(number !== undefined && { number }), ...(email !== undefined && { email }), ...(language !== undefined && { language }), ...(outOf !== undefined && { outOf }) };
}

function finderIn(roster: readonly Person[]): (student: Student) => Match {
  const by = (labels: (person: Person) => readonly (string | undefined)[]): ((label: string | undefined) => readonly Person[]) => {
    const index = new Map<string, Set<Person>>();
    for (const person of roster) {
      for (const label of labels(person)) if (label !== undefined) index.set(folded(label), (index.get(folded(label)) ?? new Set()).add(person));
    }
    return (label) => (label === undefined ? [] : [...(index.get(folded(label)) ?? [])]);
  };
  const [byKey, byNumber, byEmail] = [by(({ keys }) => keys), by(({ number }) => [number]), by(({ email }) => [email])];
  return ({ name, key, number, email }) => {
    const sure = [byKey(key), byNumber(number), byNumber(key), byEmail(email), byEmail(key), byKey(number), byKey(email)].find((found) => found.length > 0);
    const found = sure ?? roster.filter((person) => isSameName(person.name, name));
    const [person, another] = found;
    return { byName: sure === undefined, several: found, ...(person !== undefined && another === undefined && { person }) };
  };
}

function folded(label: string): string {
  return label.normalize('NFKC').trim().toLowerCase();
}
