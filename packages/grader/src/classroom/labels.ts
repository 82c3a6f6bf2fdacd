import type { HandIn } from './hand-in.ts';

/** What to call each student of a class: by their name, and what else is known where two have the same. */
export function labelsOf(handIns: readonly HandIn[]): (handIn: HandIn) => string {
  const named = Map.groupBy(handIns, ({ student }) => student.name);
  return ({ student: { name, number, key, email } }) => {
    const more = number ?? key ?? email;
    const isAlone = (named.get(name) ?? []).length < 2;
    return isAlone || more === undefined ? name : `${name} (${more})`;
  };
}
