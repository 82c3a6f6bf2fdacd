import { basename, join } from 'node:path';
import { readOrdinaryFile } from '../../files/read-file.ts';
import { intakeNotes, noClassTexts, passedOverTexts } from '../../messages/hand-ins.ts';
import { visibleName } from '../../messages/visible.ts';
import { codeStem } from '../../submission/find-file.ts';
import { ClassProblem } from '../class-problem.ts';
import type { HandIn } from '../hand-in.ts';
import { openClassFolder } from './class-folder.ts';
import type { ClassFolder, PassedOver } from './class-folder.ts';
import { idsFor } from './ids.ts';
import { attachmentAtCanvas, canvasClaim } from './layouts/canvas.ts';
import type { Claim, ClassEntry, Surroundings } from './layouts/claim.ts';
import { gradescopeClaims, metadataFile, readMetadata } from './layouts/gradescope.ts';
import type { GradescopeMetadata } from './layouts/gradescope.ts';
import { clonePrefix, githubClaim } from './layouts/github.ts';
import { moodleClaim } from './layouts/moodle.ts';
import { ownClaim } from './layouts/own.ts';
import { lastCommit } from './reading/last-commit.ts';
import { lastChange } from './reading/walk.ts';
import type { Person } from './roster/person.ts';
import { withRoster } from './roster/with-roster.ts';

/** What a class's folder holds. */
export interface FoundHandIns {
  /** In the order of their ids. */
  readonly handIns: readonly HandIn[];
  readonly passedOver: readonly PassedOver[];
}

export interface FindingOptions extends Surroundings {
  /** What comes later is late. */
  readonly due?: Date;
  /** Who is in the class. */
  readonly roster?: readonly Person[];
}

/**
 * The hand-ins of a class, as Moodle, Canvas, Gradescope, GitHub Classroom or an instructor leaves them: each entry of the folder is
 * recognised by itself, so that mixtures work. Of what was handed in nothing is read, but of clones when their last commit was made.
 *
 * @param directory absolute, with no link on the way
 * @throws {ClassProblem} when it cannot be read, holds no hand-in, or is the course itself
 */
export function findHandIns(directory: string, options: FindingOptions): FoundHandIns {
  const folder = openClassFolder(directory, options);
  const recognise = recogniser(folder, options);
  const claims: Claim[] = [];
  const passedOver: PassedOver[] = [...folder.passedOver];
  for (const entry of folder.entries) {
    if (entry.name === metadataFile && entry.kind === 'file') continue;
    const found = recognise(entry);
    claims.push(...found);
    if (found.length === 0) passedOver.push({ name: entry.name, reason: codeStem(entry.name) === undefined ? passedOverTexts.unknown : passedOverTexts.noStudent });
  }
  if (claims.length === 0) throw new ClassProblem(noClassTexts.empty(directory));
  const found = Array.from(Map.groupBy(claims, identityOf).values(), (group) => inTime(handInOf(group), options.due));
  const { present, absent } = options.roster === undefined ? { present: found, absent: [] } : withRoster(found, options.roster);
  // What somebody's files are called does not hang on the roster.
  const ids = idsFor([...found, ...absent].map((handIn) => ({ identity: identityOf(handIn), label: labelOf(handIn) })));
  const handIns = [...present, ...absent].map((handIn, index): HandIn => ({ id: ids[index] ?? '', ...handIn }));
  return { handIns: handIns.toSorted((one, other) => (one.id < other.id ? -1 : 1)), passedOver };
}

function recogniser(folder: ClassFolder, surroundings: Surroundings): (entry: ClassEntry) => readonly Claim[] {
  const people = metadataOf(folder);
  const prefix = clonePrefix([...folder.clones], basename(folder.path));
  return (entry) => {
    const one = (): Claim | undefined =>
      moodleClaim(entry) ?? githubClaim(entry, prefix, folder.clones.has(entry.name)) ?? canvasClaim(entry) ?? ownClaim(entry, surroundings);
    const shared = gradescopeClaims(entry, people);
    const claim = shared === undefined ? one() : undefined;
    return shared ?? (claim === undefined ? [] : [claim]);
  };
}

/** With all results of all submissions in it, it can be long. */
const mostMetadataBytes = 200_000_000;

function metadataOf({ path, entries }: ClassFolder): GradescopeMetadata | undefined {
  if (!entries.some(({ name, kind }) => name === metadataFile && kind === 'file')) return undefined;
  try {
    return readMetadata(Buffer.from(readOrdinaryFile(join(path, metadataFile), mostMetadataBytes)).toString('utf8'));
  } catch {
    // Each of its submissions will say that nothing is known of it.
    return undefined;
  }
}

/** What is the same for everything that one student handed in. An instructor's folders, archives and files are all of one kind. */
function identityOf({ origin, student }: Pick<HandIn, 'origin' | 'student'>): string {
  const kind = origin === 'archive' || origin === 'file' ? 'folder' : origin;
  return JSON.stringify([kind, student.key ?? student.number ?? student.name]);
}

/** Moodle's and Canvas's numbers tell apart two of the same name. */
function labelOf({ origin, student: { name, key, number } }: Found): string {
  const mark = key ?? number;
  return mark === undefined || mark === name || origin === 'github' ? name : `${name}-${mark}`;
}

type Found = Omit<HandIn, 'id'>;

/** What one student handed in: parts that belong together, or the newest of several. */
function handInOf(claims: readonly Claim[]): Found {
  const wholes = claims.filter(({ isPart }) => isPart === undefined).map((claim) => together([claim]));
  const parts = claims.filter(({ isPart }) => isPart === true);
  const [newest, ...older] = [...wholes, ...(parts.length > 0 ? [together(parts)] : [])].toSorted((one, other) => other.changed - one.changed);
  if (newest === undefined) throw new TypeError('a student with no claim');
  const passed = older.flatMap(({ handIn }) => handIn.sources).map((source) => visibleName(basename(source)));
  return { ...newest.handIn, notes: [...newest.handIn.notes, ...(passed.length > 0 ? [intakeNotes.older(passed)] : [])] };
}

/** With when it was changed last, in milliseconds: 0 where nothing tells. */
function together(claims: readonly Claim[]): { readonly handIn: Found; readonly changed: number } {
  const [first] = claims;
  if (first === undefined) throw new TypeError('a student with no claim');
  const times = claims.map(timeOf).filter((time) => time !== undefined);
  const changed = times.length > 0 ? Math.max(...times) : 0;
  const handIn = {
    student: first.student,
    origin: first.origin,
    sources: inOrderOf(claims.flatMap(({ source }) => source ?? []), first.origin),
    ...(changed > 0 && { handedInAt: new Date(changed).toISOString() }),
    ...(claims.some(({ late }) => late) && { late: true }),
    notes: claims.flatMap(({ notes }) => notes),
  };
  return { handIn, changed };
}

/** Canvas numbers what comes to it: the newer of two of one name is read after the older. */
function inOrderOf(sources: readonly string[], origin: HandIn['origin']): readonly string[] {
  if (origin !== 'canvas') return sources;
  return sources.toSorted((one, other) => attachmentAtCanvas(basename(one)) - attachmentAtCanvas(basename(other)));
}

/** The files of a clone are as old as the cloning. What comes from elsewhere has a time of its own, and may have a `.git` of the student's. */
function timeOf({ handedInAt, source, origin }: Claim): number | undefined {
  if (handedInAt !== undefined) return Date.parse(handedInAt);
  if (source === undefined) return undefined;
  if (origin === 'github') return lastCommit(source);
  return (origin === 'folder' ? lastCommit(source) : undefined) ?? lastChange(source);
}

function inTime(handIn: Found, due: Date | undefined): Found {
  if (due === undefined || handIn.late === true || handIn.handedInAt === undefined) return handIn;
  return { ...handIn, late: new Date(handIn.handedInAt) > due };
}
