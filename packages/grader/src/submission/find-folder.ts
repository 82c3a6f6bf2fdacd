import type { Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import { archiveStem } from '../files/archive-name.ts';
import { FileProblem } from '../files/file-problem.ts';
import { HeldFolder } from '../files/held-folder.ts';
import { errorCode } from '../messages/error-code.ts';
import { collecting } from '../messages/submission.ts';
import { visibleName } from '../messages/visible.ts';
import { fileNames, filesFor, filesLike, namesExercise } from './find-file.ts';
import { SubmissionProblem } from './submission-problem.ts';

/**
 * How closely one looks: in the student's own course everything has its place, and `packages/exercises/tea/tea.ts` is not
 * `Tea.ts`; what was handed in may have been packed, renamed and moved on its way.
 */
export type Search = 'own' | 'handed-in';

/**
 * The folder below `from` that answers an exercise: `gather`, `04-gather`, or `from` itself when it is such a folder
 * or holds one of the files. Of what was handed in, the same one or two levels further down, where nothing is above.
 *
 * @throws {SubmissionProblem} when there is none, more than one, or a link
 */
export function findFolder(exercise: Exercise, from: string, search: Search = 'handed-in'): string {
  const top = entriesOf(from);
  let level: readonly Folder[] = [{ path: from, entries: top }];
  for (let depth = 0; depth <= (search === 'own' ? 0 : deepest); depth += 1) {
    const found = surest(level.map((folder) => placesIn(folder, exercise, depth === 0, search)));
    if (found.length > 0) return onlyPlace(found, exercise, from);
    level = level.flatMap(foldersIn).slice(0, mostFolders);
  }
  throw nothingFound(exercise, top);
}

/** Below the folder that was named: a folder for the student, and the course in it. */
const deepest = 2;

/** Of one level: nobody hands in more, and whoever does shall not have all of a disk read. */
const mostFolders = 200;

interface Folder {
  readonly path: string;
  readonly entries: readonly Dirent[];
}

/** Where an answer may lie: a folder, or a link that pretends to be one. */
interface Place {
  readonly path: string;
  readonly isLink: boolean;
}

/** What a folder has to offer: by names as they should be, or else by names that are like them. */
interface Places {
  readonly exact: readonly Place[];
  readonly alike: readonly Place[];
}

function placesIn({ path, entries }: Folder, { id, files }: Exercise, isTop: boolean, search: Search): Places {
  const names = fileNames(entries);
  const itself: Place = { path, isLink: false };
  const placesNamed = (isNamed: (name: string) => boolean): readonly Place[] =>
    entries
      .filter((entry) => isNamed(entry.name) && (entry.isDirectory() || entry.isSymbolicLink()))
      .map((entry) => ({ path: join(path, entry.name), isLink: entry.isSymbolicLink() }));
  const named = placesNamed((name) => namesExercise(name, id));
  const filled = [
    ...named.filter((place) => place.isLink || holdsAnswer(place.path, files)),
    ...(files.some((file) => names.includes(file)) ? [itself] : []),
  ];
  // Where an answer is missing, its folder still tells where it belongs.
  const empty = named.length > 0 ? named : isTop && namesExercise(basename(path), id) ? [itself] : [];
  const exact = filled.length > 0 ? filled : empty;
  if (search === 'own') return { exact, alike: [] };
  const isAlike = files.some((file) => filesLike(file, names).length > 0);
  return { exact, alike: [...placesNamed((name) => namesExercise(name.toLowerCase(), id)), ...(isAlike ? [itself] : [])] };
}

function surest(offers: readonly Places[]): readonly Place[] {
  const exact = offers.flatMap((offer) => offer.exact);
  return exact.length > 0 ? exact : offers.flatMap((offer) => offer.alike);
}

function onlyPlace(places: readonly Place[], { id }: Exercise, from: string): string {
  const [place, another] = places;
  if (place === undefined || another !== undefined) {
    const names = places.map(({ path }) => visibleName(path === from ? '.' : `${path.slice(from.length + 1).replaceAll('\\', '/')}/`));
    throw new SubmissionProblem('several-folders', collecting.severalFolders(id, names.toSorted()));
  }
  if (place.isLink) throw new SubmissionProblem('link', collecting.link(visibleName(basename(place.path))));
  return place.path;
}

function holdsAnswer(path: string, files: readonly string[]): boolean {
  const names = fileNames(entriesOf(path));
  return files.some((file) => filesFor(file, names, files.length === 1).length > 0);
}

/** The folders in a folder. In a copy of the course the answers lie in one place only. */
function foldersIn({ path, entries }: Folder): readonly Folder[] {
  const paths = entries.filter((entry) => entry.isDirectory() && !isNobodys.test(entry.name)).map(({ name }) => join(path, name));
  return paths.flatMap((below) => {
    const inCourse = join(below, 'packages', 'exercises');
    const folder = readable(inCourse) ?? readable(below);
    return folder === undefined ? [] : [folder];
  });
}

/** Folders that tools make, and in which nobody writes answers. */
const isNobodys = /^(?:\..*|node_modules|__MACOSX)$/;

function readable(path: string): Folder | undefined {
  try {
    return { path, entries: entriesOf(path) };
  } catch (error) {
    if (error instanceof SubmissionProblem) return undefined;
    throw error;
  }
}

function nothingFound({ id, files }: Exercise, entries: readonly Dirent[]): SubmissionProblem {
  // What systems and tools leave behind is nothing that somebody handed in.
  const top = entries.filter(({ name }) => !name.startsWith('.'));
  if (top.length === 0) return new SubmissionProblem('empty', collecting.empty(id, files));
  const archive = top.find(({ name }) => archiveStem(name) !== undefined)?.name;
  if (archive !== undefined) return new SubmissionProblem('archive', collecting.archive(id, visibleName(archive)));
  return new SubmissionProblem('no-folder', collecting.noFolder(id, files, shownNames(top)));
}

function entriesOf(path: string): readonly Dirent[] {
  try {
    using folder = HeldFolder.open(path);
    return folder.entries();
  } catch (error) {
    if (error instanceof FileProblem) throw new SubmissionProblem('link', collecting.link(visibleName(error.path)));
    throw new SubmissionProblem('unreadable', collecting.unreadable(visibleName(path), errorCode(error)));
  }
}

/** The first few, in the order of the alphabet, so that somebody sees what was meant. Whoever chose the names may have meant harm. */
function shownNames(entries: readonly Dirent[]): readonly string[] {
  const names = entries.map((entry) => `${shortened(entry.name)}${entry.isDirectory() ? '/' : ''}`).sort();
  return names.length > mostNames ? [...names.slice(0, mostNames), '…'] : names;
}

const mostNames = 5;

function shortened(name: string): string {
  const shown = visibleName(name);
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}
