import type { HandIn } from './hand-in.ts';

/** What to call each student of a class, by the ids of their hand-ins: by their name, and what else is known where two have the same. */
export function labelsOf(handIns: readonly HandIn[]): ReadonlyMap<string, string> {
  const named = Map.groupBy(handIns, ({ student }) => student.name);
  return new Map(handIns.map(({ id, student: { name, number, key, email } }) => {
    const more = number ?? key ?? email;
    const isAlone = (named.get(name) ?? []).length < 2;
    return [id, isAlone || more === undefined ? name : `${name} (${more})`];
  }));
}
