/**
 * Whether two names can be one person's, whichever of a person's names stands first: `Lin Wei`, `Wei, Lin`, and `linwei`, as Canvas
 * writes them into the names of files. Case and accents do not count.
 */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.length === 0 || b.length === 0) return false;
  if (a.toSorted().join(' ') === b.toSorted().join(' ')) return true;
  return (a.length === 1 || b.length === 1) && joinedForms(a).some((form) => joinedForms(b).includes(form));
}

function partsOf(name: string): readonly string[] {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** Run together, as they stand and with the last name first. */
function joinedForms(parts: readonly string[]): readonly string[] {
  return [parts.join(''), [...parts.slice(-1), ...parts.slice(0, -1)].join('')];
}
