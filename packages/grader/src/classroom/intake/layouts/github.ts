import type { Claim, ClassEntry } from './claim.ts';

/**
 * What the names of a class's clones begin with, the assignment: `tea-` of `tea-lin` and `tea-ming`. One clone alone tells it
 * only by the folder that it lies in, `tea-submissions`.
 */
export function clonePrefix(clones: readonly string[], folder: string): string | undefined {
  const [first, ...others] = clones;
  if (first === undefined) return undefined;
  if (others.length === 0) {
    const alone = folder.replace(/submissions$/, '');
    return alone.endsWith('-') && first.length > alone.length && first.startsWith(alone) ? alone : undefined;
  }
  let shared = first;
  while (!others.every((name) => name.startsWith(shared) && name !== shared)) shared = shared.slice(0, -1);
  const prefix = shared.slice(0, shared.lastIndexOf('-') + 1);
  return prefix !== '' && first !== prefix ? prefix : undefined;
}

/** A clone of GitHub Classroom or Classroom 50: `assignment-username`. */
export function githubClaim(entry: ClassEntry, prefix: string | undefined, isClone: boolean): Claim | undefined {
  if (!isClone || prefix === undefined || !entry.name.startsWith(prefix)) return undefined;
  const user = entry.name.slice(prefix.length);
  return user === '' ? undefined : { origin: 'github', student: { name: user, key: user }, source: entry.path, notes: [] };
}
