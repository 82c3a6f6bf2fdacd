import { parse } from 'node:path';
import { archiveStem } from '../../../files/archive-name.ts';
import { codeStem } from '../../../submission/find-file.ts';
import type { Claim, ClassEntry, Surroundings } from './claim.ts';

/** What an instructor has: `lin/`, `lin.zip`, and `lin-gather.ts`, or `lin.ts` where the class answers one exercise. */
export function ownClaim(entry: ClassEntry, surroundings: Surroundings): Claim | undefined {
  if (entry.kind === 'folder') return claim('folder', entry.name, entry);
  const stem = archiveStem(entry.name);
  // Whoever downloads an archive a second time has `lin (1).zip`.
  if (stem !== undefined) return claim('archive', stem.replace(/ \(\d+\)$/, ''), entry);
  const student = partsOf(entry.name, surroundings)?.student;
  return student === undefined || student === '' ? undefined : { ...claim('file', student, entry), isPart: true };
}

function claim(origin: 'folder' | 'archive' | 'file', name: string, entry: ClassEntry): Claim {
  return { origin, student: { name, key: name }, source: entry.path, notes: [] };
}

/** The name of a bare file as its exercise declares it. */
export function nameOfOwn(name: string, surroundings: Surroundings): string {
  return partsOf(name, surroundings)?.file ?? name;
}

/** Of `lin-gather.ts` or `gather_lin.ts`: who, and `gather.ts`. */
function partsOf(name: string, { exercises }: Surroundings): { readonly student: string; readonly file: string } | undefined {
  const stem = codeStem(name);
  if (stem === undefined) return undefined;
  const ending = name.slice(stem.length);
  // The longest first: `as-completed` before `completed`.
  const meant = exercises
    .flatMap(({ id, files }) => files.flatMap((file) => [parse(file).name, ...(files.length === 1 ? [id] : [])].map((word) => ({ word, file: parse(file).name }))))
    .toSorted((one, other) => other.word.length - one.word.length);
  for (const { word, file } of meant) {
    const [first, last] = [new RegExp(`^${RegExp.escape(word)}[-_ .]+(.+)$`, 'isu'), new RegExp(`^(.+?)[-_ .]+${RegExp.escape(word)}$`, 'isu')];
    const student = last.exec(stem)?.[1] ?? first.exec(stem)?.[1];
    if (student !== undefined) return { student, file: `${file}${ending}` };
    // Somebody's answer, and nothing says whose.
    if (stem.toLowerCase() === word.toLowerCase()) return undefined;
  }
  const [only, another] = exercises.flatMap(({ files }) => files);
  return only === undefined || another !== undefined ? undefined : { student: stem, file: `${parse(only).name}${ending}` };
}
