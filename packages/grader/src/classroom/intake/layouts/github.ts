import type { Claim, ClassEntry } from './claim.ts';

/**
 * What the names of most of a class's clones begin with, the assignment: `tea-` of `tea-lin` and `tea-ming`. One clone alone tells it
 * only by the folder that it lies in, `tea-submissions`.
 */
export function clonePrefix(clones: readonly string[], folder: string): string | undefined {
  const counts = new Map<string, number>();
  for (const prefix of [...clones.flatMap(prefixesOf), folder.replace(/submissions$/, '')]) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  const [best] = [...counts].filter(([prefix, count]) => prefix.endsWith('-') && count > 1).toSorted(([one, a], [other, b]) => b - a || other.length - one.length);
  return best?.[0];
}

/** `tea-` and `tea-wang-` of `tea-wang-wei`. */
function prefixesOf(name: string): readonly string[] {
  return Array.from(name.matchAll(/-(?=.)/gs), ({ index }) => name.slice(0, index + 1));
}

/** A clone of GitHub Classroom or Classroom 50: `assignment-username`. */
export function githubClaim(entry: ClassEntry, prefix: string | undefined, isClone: boolean): Claim | undefined {
  if (!isClone || prefix === undefined || !entry.name.startsWith(prefix)) return undefined;
  const user = entry.name.slice(prefix.length);
  return user === '' ? undefined : { origin: 'github', student: { name: user, key: user }, source: entry.path, notes: [] };
}
