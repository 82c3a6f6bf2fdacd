import { closestMatch } from 'leven';

/** The name that an abbreviated or mistyped one probably meant, if one of them is near enough. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  // Two, because two neighbours that changed places count as two.
  const maxDistance = typed.length < 4 ? 1 : Math.max(2, Math.floor(typed.length / 3));
  const begun = typed.length >= 3 ? names.find((name) => name.startsWith(typed)) : undefined;
  return begun ?? closestMatch(typed, names, { maxDistance });
}
